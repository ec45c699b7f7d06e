package kongo.actors;

import java.time.Duration;

/**
 * How long Locations wait for readings that are still to come.
 *
 * @param live readings that were sent in less than this ago are waited for by nobody
 * @param patience and neither are those of a partition in which nobody has answered for so long
 * @param stuck nor those behind one that is not done for so long, whatever becomes of the others
 */
public record BacklogLimits(Duration live, Duration patience, Duration stuck) {}
