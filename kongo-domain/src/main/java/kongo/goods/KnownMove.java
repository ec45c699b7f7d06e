package kongo.goods;

import java.util.List;

/** An accepted move with the Locations that had to hear of the event that brought it. */
public record KnownMove(Move move, List<String> touched) {}
