package kongo.drill;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import kongo.protocol.Topics;

/**
 * What one fault did to the waiting times.
 *
 * @param at when, as ISO text
 * @param hitPartitions how many partitions it was done to
 * @param hitMillis longest gap between record and decision there
 * @param survivorsMillis the same in the other partitions of the sensors
 * @param othersMillis the same in the other partitions of the other topics, whose records may concern what was hit
 * @param goal what was wished
 */
public record FaultResult(
    String at, String what, int hitPartitions, long hitMillis, long survivorsMillis, long othersMillis, Goal goal) {

  /** @param until when the next fault began: what was recorded from then on is that one's */
  static FaultResult of(Fault fault, long until, List<Gap> gaps) {
    List<Gap> during = gaps.stream().filter(gap -> gap.decidedAt() >= fault.at() && gap.recordedAt() < until).toList();
    Predicate<Gap> hit = gap -> fault.hit().contains(gap.partition());
    Predicate<Gap> sensors = gap -> gap.partition().topic().equals(Topics.DEFAULT.sensors());
    return new FaultResult(
        Instant.ofEpochMilli(fault.at()).toString(),
        fault.what(),
        fault.hit().size(),
        longest(during, hit),
        longest(during, hit.negate().and(sensors)),
        longest(during, hit.negate().and(sensors.negate())),
        fault.goal());
  }

  private static long longest(List<Gap> gaps, Predicate<Gap> which) {
    return gaps.stream().filter(which).mapToLong(Gap::millis).max().orElse(0);
  }
}
