package kongo.ingest;

import java.time.Duration;

/**
 * When records of a backlog wait for others.
 *
 * @param live what was sent in less than this ago waits for nothing
 * @param slack so much later than the last move or registration that is done a reading may have been sent in
 */
public record CatchUpLimits(Duration live, Duration slack) {}
