package kongo.goods;

/** A Goods' state as it is stored. */
public record GoodsSnapshot(long version) {}
