package kongo.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How readings get into the series of a Location with a full memory: at the end, or hours back. Effects are not looked at. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SeriesBenchmark {

  private static final int BATCH = 100;
  private static final int BATCHES_BEFORE = 150;
  private static final long TWO_HOURS_MILLIS = 2 * 60 * 60 * 1_000;

  private Watched truck;

  @Setup(Level.Iteration)
  public void measureMuch() {
    truck = Watched.with(0);
    for (int i = 0; i < BATCHES_BEFORE; i++) {
      truck.take(truck.next(BATCH, Watched.HARMLESS));
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void readingInOrder() {
    truck.settle(truck.next(BATCH, Watched.HARMLESS));
  }

  /** As many in order, so that memory does not fill up with one stretch of time. */
  @Benchmark
  @OperationsPerInvocation(2 * BATCH)
  public void readingEverySecondTwoHoursLate() {
    truck.settle(truck.next(BATCH, Watched.HARMLESS));
    truck.settle(truck.late(BATCH, TWO_HOURS_MILLIS, Watched.HARMLESS));
  }
}
