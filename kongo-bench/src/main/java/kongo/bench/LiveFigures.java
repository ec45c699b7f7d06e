package kongo.bench;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What was measured at one rate. Latencies are from the moment at which the causing record was to be sent until a consumer
 * had the violation; to the millisecond, and up to one too long.
 *
 * @param rate records per second that were to be sent
 * @param achievedRate that Kafka took
 * @param revisions of violations that were caused meanwhile: the latencies counted
 * @param seenLagSlope records per second by which what the streams have not taken yet grows
 * @param durableLagSlope the same of what they have not committed yet
 * @param senderBehindMs how late at most a record was given to the Kafka client; counted in the latencies
 * @param sustained whether p99 is below 250 ms, the lag does not grow, and all was sent
 */
public record LiveFigures(
    double rate,
    double achievedRate,
    long revisions,
    double p50Ms,
    double p90Ms,
    double p99Ms,
    double p999Ms,
    double maxMs,
    double seenLagSlope,
    double durableLagSlope,
    double seenLagAtEnd,
    double durableLagAtEnd,
    double senderBehindMs,
    Map<String, Double> cpuSeconds,
    double engineCpuMicrosPerEvent,
    double journalRowsPerSecond,
    boolean sustained) {

  private static final double LONGEST_P99_MS = 250;
  private static final double MOST_GROWTH = 0.01;
  private static final double LEAST_ACHIEVED = 0.98;
  private static final double MICROS = 1e3;

  static LiveFigures of(double rate, LoadWatch load, Histogram latencies, OpenLoop loop) {
    double achieved = load.acknowledged() / load.seconds();
    double p99 = latencies.getValueAtPercentile(99) / MICROS;
    double growth = load.durable().slope();
    boolean sustained =
        latencies.getTotalCount() > 0 && p99 < LONGEST_P99_MS && growth < MOST_GROWTH * rate && achieved >= LEAST_ACHIEVED * rate;
    return new LiveFigures(
        rate, achieved, latencies.getTotalCount(), latencies.getValueAtPercentile(50) / MICROS,
        latencies.getValueAtPercentile(90) / MICROS, p99, latencies.getValueAtPercentile(99.9) / MICROS,
        latencies.getMaxValue() / MICROS, load.seen().slope(), growth, load.seen().last(), load.durable().last(),
        loop.mostBehindMillis(), load.cpu().seconds(), load.cpu().engine() * 1e6 / Math.max(1, load.acknowledged()),
        load.rows() / load.seconds(), sustained);
  }
}
