package kongo.simulator.books;

import java.time.Duration;

/**
 * Which rule books are sent while a world goes on.
 *
 * @param count how many
 * @param every of event time: between two of them, and before the first
 * @param haste what times in their rules are divided by, so that a world whose days last minutes is judged in its own time
 * @param longestStay how long Goods may be at one place by a rule that they add; the haste does not concern it
 */
public record BookPlan(int count, Duration every, double haste, Duration longestStay) {

  private static final int MOST = 10_000;
  private static final double MOST_HASTE = 1e6;

  /** Of what a rule book may have. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  public BookPlan {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException("--books must be from 0 to " + MOST + " books, not " + count);
    }
    if (every.toMillis() < 1 || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("--books: the time between two must be from 1 ms to 36500 d, not " + every);
    }
    if (!(haste >= 1 && haste <= MOST_HASTE)) {
      throw new IllegalArgumentException("--haste must be from 1 to 1000000, not " + haste);
    }
    longestStay = longestStay.compareTo(LONGEST) > 0 ? LONGEST : longestStay;
  }
}
