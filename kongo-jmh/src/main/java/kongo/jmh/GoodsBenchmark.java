package kongo.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.goods.GoodsSnapshot;
import kongo.goods.GoodsState;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.violation.Decision;
import kongo.violation.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A Goods' way from two moves to what Locations are told, after so many moves before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GoodsBenchmark {

  private static final long RETENTION_MILLIS = 30L * 24 * 60 * 60 * 1_000;
  private static final long HOUR_MILLIS = 60 * 60 * 1_000;
  private static final Source SOURCE = new Source("kongo.rfid", 0);

  @Param({"10", "100", "10000"})
  private int movesBefore;

  private GoodsSnapshot before;
  private TakeMoves command;
  private GoodsState goods;

  @Setup
  public void travel() {
    GoodsState travelled = GoodsState.empty("goods-1", new GoodsSettings(RETENTION_MILLIS));
    take(travelled, moves(0, movesBefore));
    before = travelled.snapshot();
    command = moves(movesBefore, 2);
  }

  @Setup(Level.Invocation)
  public void restore() {
    goods = GoodsState.restore("goods-1", new GoodsSettings(RETENTION_MILLIS), before);
  }

  @Benchmark
  public GoodsReply batchOfTwoMoves() {
    return take(goods, command);
  }

  private static GoodsReply take(GoodsState state, TakeMoves moves) {
    Decision<GoodsEvent> decision = state.decide(moves);
    decision.event().ifPresent(event -> state.apply(state.version() + 1, event));
    state.effects();
    return state.reply(moves, decision);
  }

  /** Loaded and unloaded in turn, from one warehouse to the next. */
  private static TakeMoves moves(int first, int count) {
    List<Move> moves = IntStream.range(first, first + count).mapToObj(GoodsBenchmark::move).toList();
    long[] offsets = LongStream.range(first, first + count).toArray();
    long[] timestamps = moves.stream().mapToLong(Move::time).toArray();
    return new TakeMoves(MoveBatch.ofOriginals(SOURCE, moves, offsets, timestamps, 0));
  }

  private static Move move(int i) {
    long time = Watched.START + i * HOUR_MILLIS;
    String warehouse = "warehouse-" + (i + 1) / 2 % 10;
    return i % 2 == 0
        ? new Move(MoveType.LOAD, time, warehouse, "truck-1")
        : new Move(MoveType.UNLOAD, time, warehouse, "truck-1");
  }
}
