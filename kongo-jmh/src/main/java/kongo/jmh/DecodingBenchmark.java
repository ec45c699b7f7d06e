package kongo.jmh;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kongo.location.Reading;
import kongo.protocol.EventTime;
import kongo.protocol.RecordEncoder;
import kongo.protocol.SensorDecoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a sensor record to what it says. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecodingBenchmark {

  private static final int RECORDS = 1_000;
  private static final long START = 1_704_067_200_000L;
  private static final List<String> METRICS = List.of("temperature", "humidity", "illuminance", "acceleration");

  /** The bytes of one record. */
  private record Bytes(byte[] key, byte[] value) {}

  private final SensorDecoder decoder = new SensorDecoder(EventTime.DEFAULT);
  private Bytes[] records;

  @Setup
  public void encode() {
    SplittableRandom random = new SplittableRandom(1);
    records = IntStream.range(0, RECORDS).mapToObj(i -> bytes(i, random)).toArray(Bytes[]::new);
  }

  private static Bytes bytes(int i, SplittableRandom random) {
    String location = "truck-" + random.nextInt(RECORDS);
    double value = random.nextInt(100_000) / 1_000.0;
    Reading reading = new Reading(METRICS.get(i % METRICS.size()), "", START + i, value);
    return new Bytes(location.getBytes(StandardCharsets.UTF_8), new RecordEncoder().encode(location, reading));
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void sensorRecord(Blackhole hole) {
    for (Bytes each : records) {
      hole.consume(decoder.decode(each.key, each.value, START));
    }
  }
}
