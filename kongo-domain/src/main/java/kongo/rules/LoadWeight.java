package kongo.rules;

import kongo.violation.Kind;

/** What the Goods weigh together that are there has to keep these bounds, in kg. */
public record LoadWeight(Bounds bounds) implements Bounded {

  public static final String METRIC = "load.weight";

  @Override
  public String metric() {
    return METRIC;
  }

  @Override
  public Kind kind() {
    return Kind.OVERLOAD;
  }

  @Override
  public int hashFormat() {
    return 1;
  }

  @Override
  public <T> T whenBounded(Bounded.Cases<T> cases) {
    return cases.loadWeight(this);
  }
}
