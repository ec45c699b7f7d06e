package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kongo.Allocation;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBooks;
import kongo.violation.Decision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** What a move costs a Location must not depend on how many Goods it has known. */
class LocationAgeTest {

  private static final long HOUR = 3_600_000;
  private static final Source RFID = new Source("rfid", 0);

  @Test
  void aMoveCostsAboutTheSameHoweverManyGoodsWereHere() {
    long young = bytesPerMove(100);
    long old = bytesPerMove(200_000);

    assertThat(old).as("bytes, %d when young", young).isLessThan(2 * young);
  }

  @Test
  void aMoveThatIsSomeHoursLateCostsAboutTheSameHoweverManyGoodsWereHere() {
    long young = bytesPerLateMove(100);
    long old = bytesPerLateMove(200_000);

    assertThat(old).as("bytes, %d when young", young).isLessThan(2 * young);
  }

  @Test
  void aGoodsThatComesAgainCostsAboutTheSameHoweverOftenItWasHere() {
    long young = bytesPerVisit(10);
    long old = bytesPerVisit(5_000);

    assertThat(old).as("bytes, %d when young", young).isLessThan(2 * young);
  }

  private static long bytesPerMove(int known) {
    return Allocation.bytesOf(() -> {
      Life life = new Life(known);
      return () -> life.take(life.visit(life.visits++));
    });
  }

  private static long bytesPerLateMove(int known) {
    return Allocation.bytesOf(() -> {
      Life life = new Life(known);
      return () -> life.take(word("late-" + ++life.visits, 1, 0, Long.MIN_VALUE, 700, stayOf(known - 40 + life.visits % 9)));
    });
  }

  private static long bytesPerVisit(int before) {
    return Allocation.bytesOf(() -> {
      Life life = new Life(100);
      IntStream.range(0, before).forEach(life::comesAndLeaves);
      life.visits = before;
      return () -> life.comesAndLeaves(life.visits++);
    });
  }

  private static GoodsAt word(String id, long version, long previous, long from, int weight, Stay... stays) {
    GoodsProfile profile =
        new GoodsProfile(weight, List.of(weight % 3 == 0 ? "HAZARDOUS" : "BULKY", "T2"), GoodsProfile.NEVER);
    return new GoodsAt(id, version, previous, from, Opening.NEVER, Timeline.always(profile), List.of(stays), Expiry.UNKNOWN, RFID.cause(version, version));
  }

  /** With pauses between them, and some at a time. */
  private static Stay stayOf(int number) {
    long from = (number / 3 * 3 + 1) * HOUR + number % 3 * 60_000L;
    return stay(from, from + HOUR + number % 7 * 60_000L);
  }

  private static Stay stay(long from, long to) {
    return new Stay("truck-1", PlaceType.TRUCK, from, to);
  }

  private static final class Life {
    private final LocationState truck =
        LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(720 * HOUR, 1));
    private int visits;
    private long version;

    Life(int known) {
      GoodsAt[] words = IntStream.range(0, known).mapToObj(this::visit).toArray(GoodsAt[]::new);
      settle(new TakeGoods(List.of(words)));
      visits = known;
    }

    GoodsAt visit(int number) {
      return word("goods-" + number, 1, 0, Long.MIN_VALUE, 100 + number % 997, stayOf(number));
    }

    void comesAndLeaves(int number) {
      long from = (1_000 + 3L * number) * HOUR;
      take(word("keg", 2L * number + 1, 2L * number, from, 500, stay(from, Stay.OPEN)));
      take(word("keg", 2L * number + 2, 2L * number + 1, from + HOUR, 500));
    }

    void take(GoodsAt... words) {
      TakeGoods command = new TakeGoods(List.of(words));
      Decision<LocationEvent> decision = settle(command);
      truck.effects(History.EMPTY);
      truck.reply(command, decision);
    }

    private Decision<LocationEvent> settle(TakeGoods command) {
      Decision<LocationEvent> decision = truck.decide(command, History.EMPTY);
      truck.apply(++version, decision.event().orElseThrow());
      return decision;
    }
  }
}
