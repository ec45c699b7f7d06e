package kongo.goods;

import java.util.List;

/**
 * An accepted move.
 *
 * @param offset of its record
 * @param version sequence number of the event that brought it
 * @param touched the Locations that had to hear of that event
 */
public record KnownMove(Move move, long offset, long version, List<String> touched) {}
