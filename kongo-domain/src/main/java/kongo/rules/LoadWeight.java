package kongo.rules;

import kongo.violation.Kind;

/** What the Goods weigh together that are there has to keep these bounds, in kg. */
public record LoadWeight(Bounds bounds) implements Condition {

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
    return cases.loadWeight(this);
  }
}
