package kongo.goods;

import java.util.List;

/**
 * An accepted move.
 *
 * @param version sequence number of the event that brought it
 * @param touched the Locations that had to hear of that event
 */
public record KnownMove(Move move, long version, List<String> touched) {}
