package kongo.rules;

import kongo.violation.Kind;

/** How many others carry this category has to keep these bounds. */
public record Aboard(String category, Bounds bounds) implements Bounded {

  static final String PREFIX = "aboard.";

  @Override
  public String metric() {
    return PREFIX + category;
  }

  @Override
  public Kind kind() {
    return Kind.COLOCATION;
  }

  @Override
  public int hashFormat() {
    return 1;
  }

  @Override
  public <T> T whenBounded(Bounded.Cases<T> cases) {
    return cases.aboard(this);
  }
}
