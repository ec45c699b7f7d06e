package kongo.rules;

import kongo.violation.Kind;

/** How many others carry this category has to keep these bounds. */
public record Aboard(String category, Bounds bounds) implements Condition {

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
  public boolean namesMaxWeight() {
    return bounds.nameMaxWeight();
  }

  @Override
  public int hashFormat() {
    return 1;
  }

  @Override
  public String hashed(String scope) {
    return metric() + "|" + bounds.hashed() + "|" + scope + "|";
  }

  @Override
  public <T> T when(Cases<T> cases) {
    return cases.aboard(this);
  }
}
