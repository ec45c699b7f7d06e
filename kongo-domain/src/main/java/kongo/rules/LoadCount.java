package kongo.rules;

import kongo.violation.Kind;

/** How many Goods are there has to keep these bounds. */
public record LoadCount(Bounds bounds) implements Condition {

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
    return cases.loadCount(this);
  }
}
