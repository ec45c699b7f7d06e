package kongo.rules;

/** A condition that a value keeps bounds. */
public sealed interface Bounded extends Condition permits Measured, Rate, LoadWeight, LoadCount, Aboard {

  Bounds bounds();

  /** Whether its values come from sensors, and not from who is there. */
  default boolean isMeasured() {
    return false;
  }

  /** {@link #when} of those that have bounds. */
  <T> T whenBounded(Cases<T> cases);

  /** Something said of each kind that has bounds. */
  interface Cases<T> {

    T measured(Measured condition);

    T rate(Rate condition);

    T loadWeight(LoadWeight condition);

    T loadCount(LoadCount condition);

    T aboard(Aboard condition);
  }

  @Override
  default <T> T when(Condition.Cases<T> cases) {
    return whenBounded(cases);
  }

  @Override
  default boolean namesMaxWeight() {
    return bounds().nameMaxWeight();
  }

  /** Of a kind whose values count for a time, that time follows. */
  @Override
  default String hashed(String scope) {
    return RuleBookHash.apart(metric()) + "|" + bounds().hashed() + "|" + scope + "|";
  }
}
