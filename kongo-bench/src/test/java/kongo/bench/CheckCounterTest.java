package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.simulator.Bounds;
import kongo.simulator.RecordSink;
import kongo.simulator.WorldStream;
import org.junit.jupiter.api.Test;

class CheckCounterTest {

  private static final String DRY = "rules { dry { metric = humidity, max = 60, for = [DRY] } }";

  @Test
  void aReadingIsCheckedForEachGoodsThereWhoseRulesNameItsMetric() {
    assertThat(checks(DRY, world -> {
      goods(world, "g1", "DRY");
      goods(world, "g2", "DRY");
      goods(world, "g3", "FRAGILE");
      List.of("g1", "g2", "g3").forEach(goods -> world.move(goods, new Move(MoveType.RECEIVE, 1, "w1", "")));
      measure(world, "w1", "humidity", 2);
      measure(world, "w1", "temperature", 3);
      measure(world, "w2", "humidity", 4);
    })).isEqualTo(2);
  }

  @Test
  void aGoodsIsCheckedWhereItHasCome() {
    assertThat(checks(DRY, world -> {
      goods(world, "g1", "DRY");
      world.move("g1", new Move(MoveType.RECEIVE, 1, "w1", ""));
      world.move("g1", new Move(MoveType.LOAD, 2, "w1", "t1"));
      measure(world, "w1", "humidity", 3);
      measure(world, "t1", "humidity", 4);
    })).isEqualTo(1);
  }

  @Test
  void aGoodsThatWasDeliveredIsCheckedNowhere() {
    assertThat(checks(DRY, world -> {
      goods(world, "g1", "DRY");
      world.move("g1", new Move(MoveType.RECEIVE, 1, "w1", ""));
      world.move("g1", new Move(MoveType.DELIVER, 2, "w1", ""));
      measure(world, "w1", "humidity", 3);
    })).isZero();
  }

  @Test
  void aTagThatIsReadAgainIsStillOneGoods() {
    assertThat(checks(DRY, world -> {
      goods(world, "g1", "DRY");
      world.move("g1", new Move(MoveType.RECEIVE, 1, "w1", ""));
      world.move("g1", new Move(MoveType.RECEIVE, 2, "w1", ""));
      measure(world, "w1", "humidity", 3);
    })).isEqualTo(1);
  }

  @Test
  void twoRulesOnOneMetricAreOneCheck() {
    String two = "rules { dry { metric = humidity, max = 60, for = [DRY] }, dust { metric = humidity, min = 5, for = [DRY] } }";
    assertThat(checks(two, CheckCounterTest::oneGoodsInATruck)).isEqualTo(1);
  }

  @Test
  void aRuleForWarehousesChecksNothingInATruck() {
    String stored = "rules { dry { metric = humidity, max = 60, at = WAREHOUSE, for = [DRY] } }";
    assertThat(checks(stored, CheckCounterTest::oneGoodsInATruck)).isZero();
  }

  @Test
  void aRuleAboutAPlaceIsNoCheckOfGoods() {
    assertThat(checks("rules { damp { metric = humidity, max = 60, subject = LOCATION } }", CheckCounterTest::oneGoodsInATruck)).isZero();
  }

  private static void oneGoodsInATruck(RecordSink world) {
    world.register(0, "t1", new PlaceProfile(PlaceType.TRUCK, "t1", 0, 0, List.of(), PlaceProfile.UNLIMITED));
    goods(world, "g1", "DRY");
    world.move("g1", new Move(MoveType.LOAD, 1, "w1", "t1"));
    measure(world, "t1", "humidity", 2);
  }

  private static void goods(RecordSink world, String id, String category) {
    world.register(0, id, new GoodsProfile(1_000, List.of(category), GoodsProfile.NEVER));
  }

  private static void measure(RecordSink world, String location, String metric, long time) {
    world.measure(location, new Reading(metric, "s1", time, 50));
  }

  private static long checks(String rules, Consumer<RecordSink> world) {
    CheckCounter counter = new CheckCounter(RuleBooks.parse("hold = 90m\n" + rules, "test"));
    boolean[] told = {false};
    WorldStream stream = new WorldStream(sink -> {
      (told[0] ? (Consumer<RecordSink>) CheckCounterTest::end : world).accept(sink);
      told[0] = true;
    }, Bounds.ofSpan(Duration.ofSeconds(1)));
    stream.forEachRemaining(counter::take);
    return counter.checks();
  }

  /** Beyond the bounds. */
  private static void end(RecordSink world) {
    measure(world, "nowhere", "humidity", 1_000_000);
  }
}
