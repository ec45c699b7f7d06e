package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationCommand.CatchUp;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Decision;
import kongo.violation.Revision;
import kongo.violation.Source;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words of a backlog come before its readings: nothing is silent that is only not read yet. */
class AheadTest {

  private static final Source SENSORS = new Source("kongo.sensors", 0);
  private static final Source RFID = new Source("kongo.rfid", 0);
  private static final SeriesKey TEMPERATURE = new SeriesKey("temperature", "s");
  private static final RuleIndex RULES = new RuleIndex(RuleBooks.parse(
      """
      rules {
        heard { metric = temperature, silent = 10ms, for = [COLD] }
        long  { stay = 50ms, for = [COLD] }
      }
      """,
      "test"));

  private final LocationState truck = LocationState.empty("truck", RULES, new LocationSettings(1_000_000, 100));
  private long readTo;
  private long offset;

  @BeforeEach
  void thereIsABacklog() {
    truck.heed(sentIn -> readTo < sentIn);
  }

  @Test
  void whatIsOnlyNotReadYetIsNotSilent() {
    loaded("milk", 0, 0);
    assertThat(reading(0)).isEmpty();

    assertThat(loaded("fish", 40, 40)).isEmpty();
    assertThat(reading(9)).isEmpty();
    assertThat(reading(18)).isEmpty();
    assertThat(truck.snapshot().ahead()).isPresent();
  }

  @Test
  void whatReadingsProveIsSilent() {
    loaded("milk", 0, 0);
    reading(0);
    loaded("fish", 40, 40);

    assertThat(reading(15)).extracting(Violation::from, Violation::status).containsExactly(tuple(10L, Status.CLOSED));
  }

  @Test
  void whatGoesByMovesAloneIsToldAtOnce() {
    loaded("milk", 0, 0);
    reading(0);

    assertThat(loaded("fish", 60, 60)).extracting(Violation::id).containsExactly("milk/long/truck/-/50");
  }

  @Test
  void itIsSilentWhenNoReadingsCame() {
    loaded("milk", 0, 0);
    reading(0);
    LocationReply ahead = reply(word("fish", 40, 40));

    assertThat(ahead.ahead()).isTrue();
    CatchUp catchUp = new CatchUp(RFID.cause(9, 40));
    assertThat(truck.hasToWait(catchUp)).isTrue();
    readTo = 40;
    assertThat(truck.hasToWait(catchUp)).isFalse();
    assertThat(take(catchUp)).extracting(Violation::id).containsExactly("milk/heard/truck/-/10");
    assertThat(take(catchUp)).isEmpty();
  }

  @Test
  void aWordThatIsNotAheadOfOthersWaitsWithThem() {
    loaded("milk", 0, 0);
    reading(0);
    loaded("fish", 40, 40);
    readTo = 20;

    assertThat(loaded("meat", 15, 15)).isEmpty();
  }

  @Test
  void whatItSaysOfStaysCountsThoughTheRecordBehindItIsOld() {
    loaded("milk", 0, 0);
    reading(0);
    readTo = 5;

    assertThat(loaded("fish", 40, 3)).isEmpty();
  }

  @Test
  void whoeverCannotWaitDoesNotLetItWait() {
    loaded("milk", 0, 0);
    reading(0);

    assertThat(take(new TakeGoods(List.of(word("fish", 40, 40))))).extracting(Violation::id).containsExactly("milk/heard/truck/-/10");
  }

  @Test
  void itIsTheSameFromASnapshot() {
    loaded("milk", 0, 0);
    reading(0);
    loaded("fish", 40, 40);
    LocationState restored = LocationState.restore("truck", RULES, new LocationSettings(1_000_000, 100), truck.snapshot());

    readTo = 40;
    assertThat(take(restored, new CatchUp(RFID.cause(9, 40)))).extracting(Violation::id).containsExactly("milk/heard/truck/-/10");
  }

  private List<Violation> reading(long time) {
    readTo = time;
    offset++;
    return take(new TakeReadings(new ReadingBatch(
        SENSORS, List.of(TEMPERATURE), new int[] {0}, new long[] {time}, new double[] {1}, new long[] {offset}, new long[] {time},
        new int[0])));
  }

  private List<Violation> loaded(String goods, long time, long sentIn) {
    return take(new TakeGoods(List.of(word(goods, time, sentIn)), true));
  }

  private static GoodsAt word(String goods, long time, long sentIn) {
    GoodsProfile profile = new GoodsProfile(1, goods.equals("milk") ? List.of("COLD") : List.of(), GoodsProfile.NEVER);
    return GoodsAt.whole(
        goods, 1, profile, List.of(new Stay("truck", PlaceType.TRUCK, time, Stay.OPEN)), Expiry.UNKNOWN, RFID.cause(time, sentIn));
  }

  private LocationReply reply(GoodsAt word) {
    TakeGoods command = new TakeGoods(List.of(word), true);
    Decision<LocationEvent> decision = truck.decide(command, History.EMPTY);
    truck.apply(truck.version() + 1, decision.event().orElseThrow());
    truck.effects(History.EMPTY);
    return truck.reply(command, decision);
  }

  private List<Violation> take(LocationCommand command) {
    return take(truck, command);
  }

  private static List<Violation> take(LocationState state, LocationCommand command) {
    List<Violation> revised = new ArrayList<>();
    state.decide(command, History.EMPTY).event().ifPresent(event -> {
      state.apply(state.version() + 1, event);
      state.effects(History.EMPTY).stream().map(Revision::violation).forEach(revised::add);
    });
    return revised;
  }
}
