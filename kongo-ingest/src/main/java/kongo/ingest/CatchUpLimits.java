package kongo.ingest;

import java.time.Duration;

/**
 * When readings wait for moves and registrations.
 *
 * @param live a reading that was sent in less than this ago waits for nothing
 * @param slack so much may have been sent in later than the last move or registration that is done
 */
public record CatchUpLimits(Duration live, Duration slack) {}
