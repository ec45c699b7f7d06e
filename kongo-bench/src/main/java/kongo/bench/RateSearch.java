package kongo.bench;

/** Looks for the highest rate that is sustained: doubles until one is not, then halves the distance until it is about 10 %. */
final class RateSearch {

  private static final double CLOSE_ENOUGH = 1.1;
  private static final double LEAST = 100;

  private double best;
  private double tooHigh = Double.POSITIVE_INFINITY;
  private double next;

  RateSearch(double from) {
    this.next = from;
  }

  double next() {
    return next;
  }

  void told(boolean sustained) {
    if (sustained) {
      best = next;
    } else {
      tooHigh = next;
    }
    next = following();
  }

  private double following() {
    if (tooHigh == Double.POSITIVE_INFINITY) {
      return best * 2;
    }
    return best == 0 ? tooHigh / 2 : Math.rint(Math.sqrt(best * tooHigh));
  }

  boolean isOver() {
    return tooHigh / Math.max(best, LEAST) <= CLOSE_ENOUGH;
  }

  /** 0 if none was. */
  double best() {
    return best;
  }
}
