package kongo.goods;

/** What has to be told to one Location on behalf of a Goods. */
public record Told(String location, GoodsAt goods) {}
