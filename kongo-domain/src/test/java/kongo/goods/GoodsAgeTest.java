package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kongo.Allocation;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.violation.Decision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** What one more move of a Goods costs must not depend on how many it made before. */
class GoodsAgeTest {

  private static final long HOUR = 3_600_000;
  private static final Source RFID = new Source("rfid", 0);

  @Test
  void oneMoreMoveCostsAboutTheSameAtAnyAge() {
    long young = bytesPerMove(10);
    long old = bytesPerMove(10_000);

    assertThat(old).as("bytes, %d when young", young).isLessThan(4 * young);
  }

  @Test
  void aLateMoveCostsWhatCameAfterIt() {
    long young = bytesPerLateMove(10);
    long old = bytesPerLateMove(10_000);

    assertThat(old).as("bytes, %d when young", young).isLessThan(4 * young);
  }

  private static long bytesPerMove(int before) {
    return Allocation.bytesOf(() -> {
      Life life = new Life(before);
      return () -> life.take(life.moves++);
    });
  }

  /** Of two moves that come in the wrong order. */
  private static long bytesPerLateMove(int before) {
    return Allocation.bytesOf(() -> {
      Life life = new Life(before);
      return () -> {
        life.take(life.moves + 1);
        life.take(life.moves);
        life.moves += 2;
      };
    });
  }

  /** From one warehouse to the next by truck, with whatever pause before the next truck comes. */
  private static final class Life {
    private final GoodsState state = GoodsState.empty("keg-1", new GoodsSettings(24 * HOUR));
    private int moves;

    Life(int before) {
      List<Move> all = IntStream.range(0, before).mapToObj(Life::move).toList();
      long[] offsets = IntStream.range(0, before).asLongStream().toArray();
      take(new TakeMoves(MoveBatch.ofOriginals(RFID, all, offsets, offsets, 0)));
      moves = before;
    }

    void take(int number) {
      long[] offset = {number};
      take(new TakeMoves(MoveBatch.ofOriginals(RFID, List.of(move(number)), offset, offset, 0)));
    }

    private void take(TakeMoves command) {
      Decision<GoodsEvent> decision = state.decide(command);
      state.apply(state.version() + 1, decision.event().orElseThrow());
      state.effects();
      state.reply(command, decision);
    }

    private static Move move(int i) {
      long time = i * HOUR + i % 7;
      String truck = "truck-" + i / 4 % 9;
      return switch (i % 4) {
        case 0 -> new Move(MoveType.RECEIVE, time, "warehouse-" + i % 10, "");
        case 1 -> new Move(MoveType.LOAD, time, "warehouse-" + (i - 1) % 10, truck);
        case 2 -> new Move(MoveType.UNLOAD, time, "warehouse-" + i % 10, truck);
        default -> new Move(MoveType.DELIVER, time, "warehouse-" + (i - 1) % 10, "");
      };
    }
  }
}
