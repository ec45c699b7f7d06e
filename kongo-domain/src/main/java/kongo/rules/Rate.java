package kongo.rules;

import kongo.violation.Kind;

/**
 * How fast what sensors measure changes, from one reading to the next and in units per hour, has to keep these bounds.
 *
 * @param of the measured metric
 * @param holdMillis how long after a reading the next one has a rate, and how long a rate holds, at most
 */
public record Rate(String of, Bounds bounds, long holdMillis) implements Bounded {

  public static final String PREFIX = "rate.";

  @Override
  public String metric() {
    return PREFIX + of;
  }

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
    return 2;
  }

  @Override
  public String hashed(String scope) {
    return Bounded.super.hashed(scope) + holdMillis;
  }

  @Override
  public <T> T whenBounded(Bounded.Cases<T> cases) {
    return cases.rate(this);
  }
}
