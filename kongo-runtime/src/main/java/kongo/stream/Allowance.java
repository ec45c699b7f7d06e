package kongo.stream;

/** So many per second, and no more of them saved up than those of a second. */
final class Allowance {

  private static final double MILLIS = 1_000;

  private final int perSecond;
  private double saved;
  private long asOf;

  Allowance(int perSecond) {
    this.perSecond = perSecond;
    this.saved = perSecond;
  }

  /** @param now a clock in milliseconds */
  void refill(long now) {
    saved = Math.min(perSecond, saved + (now - asOf) * perSecond / MILLIS);
    asOf = now;
  }

  boolean take() {
    if (saved < 1) {
      return false;
    }
    saved--;
    return true;
  }
}
