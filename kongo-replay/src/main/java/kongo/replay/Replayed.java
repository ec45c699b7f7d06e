package kongo.replay;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import kongo.violation.Violation;

/**
 * What the journals alone say.
 *
 * @param violations the final set under each rule book that was asked for
 * @param goods ids that the journals know moves or registry records of
 * @param time that it took
 */
public record Replayed(
    List<SortedMap<String, Violation>> violations,
    long goods,
    long locations,
    long readings,
    long rows,
    JournalFaults faults,
    Duration time) {

  public double readingsPerSecond() {
    return readings / Math.max(1e-3, time.toMillis() / 1e3);
  }
}
