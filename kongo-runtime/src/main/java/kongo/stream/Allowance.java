package kongo.stream;

/** So many per second, and no more of them saved up than those of a second. */
final class Allowance {

  private static final double MILLIS = 1_000;

  private double saved;
  private long asOf;

  Allowance(int perSecond) {
    this.saved = perSecond;
  }

  /**
   * @param now a clock in milliseconds
   * @param perSecond may be another number each time
   */
  void refill(long now, int perSecond) {
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
