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

/** A truck with ten Goods aboard that has carried many: what a move and an alarm cost must not depend on how many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LongLifeBenchmark {

  @Param({"100", "10000", "200000"})
  private int seen;

  private Watched truck;

  @Setup(Level.Iteration)
  public void board() {
    truck = Watched.with(10);
    truck.hasSeen(seen);
    truck.take(truck.next(1, Watched.HARMLESS));
  }

  @Benchmark
  public List<Revision> oneMoves() {
    return truck.take(truck.oneMoves());
  }

  @Benchmark
  public List<Revision> oneBreaksOrEnds() {
    return truck.take(truck.oneBreaksOrEnds());
  }
}
