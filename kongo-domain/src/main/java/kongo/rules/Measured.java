package kongo.rules;

import kongo.violation.Kind;

/**
 * What sensors measure has to keep these bounds.
 *
 * @param holdMillis how long a measured value holds at most
 */
public record Measured(String metric, Bounds bounds, long holdMillis) implements Bounded {

  @Override
  public boolean isMeasured() {
    return true;
  }

  @Override
  public Kind kind() {
    return Kind.ENVIRONMENT;
  }

  @Override
  public int hashFormat() {
    return 1;
  }

  @Override
  public String hashed(String scope) {
    return Bounded.super.hashed(scope) + holdMillis;
  }

  @Override
  public <T> T whenBounded(Bounded.Cases<T> cases) {
    return cases.measured(this);
  }
}
