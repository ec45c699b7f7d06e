package kongo.actors;

/** From the shard: it hands over, or the entity has been idle. Stays on its node. */
record Stop() implements GoodsEntity.Command, LocationEntity.Command {

  @Override
  public void arriveAt(GoodsEntity goods) {
    goods.take(this);
  }

  @Override
  public void arriveAt(LocationEntity location) {
    location.take(this);
  }
}
