package kongo.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import kongo.violation.Revision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A Location's way from command to effects: batches that break nothing, and readings that break a limit of all Goods there or end that. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LocationBenchmark {

  private static final int BATCH = 100;

  @Param({"10", "100", "1000"})
  private int goods;

  private Watched truck;

  @Setup(Level.Iteration)
  public void board() {
    truck = Watched.with(goods);
    truck.take(truck.next(BATCH, Watched.HARMLESS));
  }

  @Benchmark
  public List<Revision> batchOf100Harmless() {
    return truck.take(truck.next(BATCH, Watched.HARMLESS));
  }

  @Benchmark
  public List<Revision> oneBreaksOrEnds() {
    return truck.take(truck.oneBreaksOrEnds());
  }
}
