package kongo.rules;

/** A condition that a value keeps bounds. */
public sealed interface Bounded extends Condition permits Measured, Rate, LoadWeight, LoadCount, Aboard {

  Bounds bounds();

  @Override
  default boolean namesMaxWeight() {
    return bounds().nameMaxWeight();
  }

  /** Of a kind whose values count for a time, that time follows. */
  @Override
  default String hashed(String scope) {
    return metric() + "|" + bounds().hashed() + "|" + scope + "|";
  }
}
