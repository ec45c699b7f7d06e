package kongo.rules;

import kongo.violation.Kind;

/** How many Goods are there has to keep these bounds. */
public record LoadCount(Bounds bounds) implements Bounded {

  public static final String METRIC = "load.count";

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
    return cases.loadCount(this);
  }
}
