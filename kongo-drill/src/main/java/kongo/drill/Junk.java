package kongo.drill;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kongo.protocol.Feed;
import kongo.simulator.Origin;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.world.ClassicSettings;

/** Records that nobody can use, of sizes and shapes that hurt. */
final class Junk {

  private static final int LEVELS = 30_000;
  private static final int BYTES = 1_000_000;
  private static final Feed[] FEEDS = Feed.values();

  private Junk() {}

  static Iterator<SimulatedRecord> numerous(int count) {
    return records(count, i -> "{\"junk\":" + i);
  }

  static Iterator<SimulatedRecord> deep(int count) {
    String value = "{\"x\":" + "[".repeat(LEVELS) + "]".repeat(LEVELS) + "}";
    return records(count, i -> value);
  }

  static Iterator<SimulatedRecord> huge(int count) {
    String value = "{\"x\":\"" + "x".repeat(BYTES) + "\"}";
    return records(count, i -> value);
  }

  private static Iterator<SimulatedRecord> records(int count, IntFunction<String> value) {
    long time = ClassicSettings.START.toEpochMilli();
    return IntStream.range(0, count)
        .mapToObj(i -> new SimulatedRecord(
            FEEDS[i % FEEDS.length], "junk-" + i % 100, value.apply(i).getBytes(StandardCharsets.UTF_8), "", time, time, Origin.GARBAGE))
        .iterator();
  }
}
