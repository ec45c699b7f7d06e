package kongo.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What changes of rule books have cost.
 *
 * @param locations that there are
 * @param readings that there were before
 * @param scheduled books that hold from long after now on
 * @param ofNobody books with one rule more since ever, for Goods that there are none of
 * @param ofEverything a book that has all readings judged anew, beside a load
 * @param meetsGoals whether no book that touches nothing old has taken 5 ms of the engine's CPU for a Location, and the one of
 *     everything was known to all within 5 minutes, with p99 below 1 s
 */
public record RulesFigures(
    long locations, long readings, Untouched scheduled, Untouched ofNobody, Rejudged ofEverything, boolean meetsGoals) {

  private static final double MOST_CPU_MILLIS = 5;
  private static final double LONGEST_SECONDS = 300;
  private static final double LONGEST_P99_MS = 1_000;

  /**
   * Of several changes that touch nothing old, one after the other with nothing else to do: the median of the engine's and of
   * all CPU, without what is taken at rest, and of the time.
   *
   * @param firstEngineCpuMillisPerLocation of the first one, whose code is cold
   * @param revisions that all of them caused: none, if they touch nothing
   */
  public record Untouched(
      double engineCpuMillisPerLocation, double cpuMillisPerLocation, double seconds, double firstEngineCpuMillisPerLocation, double revisions) {

    static Untouched of(List<SpreadCost> changes) {
      List<SpreadCost> sorted = changes.stream().sorted(Comparator.comparingDouble(SpreadCost::engineCpu)).toList();
      SpreadCost median = sorted.get(sorted.size() / 2);
      return new Untouched(
          median.engineCpuMillisPerLocation(), median.cpuMillisPerLocation(), median.seconds(), changes.get(0).engineCpuMillisPerLocation(),
          changes.stream().mapToDouble(SpreadCost::revisions).sum());
    }
  }

  /**
   * While everything was judged anew, and at the same rate before. Latencies are of violations that the load caused, and that
   * are some by both books: a reading that waited with others, being harmless by the old book, may be a violation of the
   * stricter rule, and has been on its way since before that rule.
   *
   * @param seconds from when the book was sent until everybody knew it
   * @param revisions that the book caused
   * @param engineCpuSeconds the load's included
   * @param engineCpuSecondsOfLoad what the load alone takes in as much time, by what it took before
   * @param readingsPerSecond judged anew
   * @param counted latencies
   * @param p99MsOfAll with the violations of the stricter rule
   * @param senderBehindMs how late at most a record was given to the Kafka client; counted in the latencies
   */
  public record Rejudged(
      double seconds, double revisions, double engineCpuSeconds, double engineCpuSecondsOfLoad, double readingsPerSecond, double p50Ms,
      double p99Ms, double maxMs, long counted, double p99MsOfAll, double p50MsBefore, double p99MsBefore, double maxMsBefore, long countedBefore,
      double senderBehindMs) {}

  static RulesFigures of(long locations, long readings, Untouched scheduled, Untouched ofNobody, Rejudged ofEverything) {
    boolean cheap = Math.max(scheduled.engineCpuMillisPerLocation(), ofNobody.engineCpuMillisPerLocation()) < MOST_CPU_MILLIS;
    boolean soon = ofEverything.seconds() <= LONGEST_SECONDS && ofEverything.p99Ms() < LONGEST_P99_MS && ofEverything.counted() > 0;
    return new RulesFigures(locations, readings, scheduled, ofNobody, ofEverything, cheap && soon);
  }
}
