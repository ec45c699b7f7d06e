package kongo.goods;

/**
 * What a Goods has to say to a Location, but had no room for in its answer: to be asked for by {@link GoodsCommand.SayAgain}.
 *
 * @param heard what was said up to this version need not be said again
 */
public record Untold(String location, long heard) {}
