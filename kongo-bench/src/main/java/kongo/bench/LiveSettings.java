package kongo.bench;

import java.time.Duration;

/**
 * How live latency is measured.
 *
 * @param warmUp under the same load, before the figures begin
 * @param linger how long the sender gathers records for one request, as a gateway with that many would; counted in the
 *     latencies
 * @param patience how long the engine may take at most to work off what is left at the end
 */
public record LiveSettings(
    BenchWorld world, Duration warmUp, Duration length, Duration linger, boolean verify, Duration patience) {

  public LiveSettings {
    if (length.toMillis() < 1_000) {
      throw new IllegalArgumentException("--for must be at least 1s");
    }
  }
}
