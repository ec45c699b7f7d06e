package kongo.bench;

import java.time.Duration;

/**
 * How the change of rule books is measured.
 *
 * @param world whose sensors have so many readings in {@code span} as are sent
 * @param readings that there are before any book changes
 * @param changes how often the books are changed that touch nothing
 * @param rate records per second that go on coming while a book has everything judged anew
 * @param length of the time before, at the same rate, to compare with
 * @param linger how long the sender gathers records for one request; counted in the latencies
 * @param patience how long the engine may take at most for anything
 */
public record RulesSettings(
    BenchWorld world, long readings, int changes, double rate, Duration length, Duration linger, boolean verify, Duration patience) {

  public RulesSettings {
    if (readings < 1) {
      throw new IllegalArgumentException("--readings must be at least 1");
    }
    if (changes < 1) {
      throw new IllegalArgumentException("--changes must be at least 1");
    }
    if (!(rate > 0)) {
      throw new IllegalArgumentException("--rate must be above 0");
    }
  }
}
