package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsCommand.SayAgain;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsLaw;
import kongo.goods.GoodsLaws;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.goods.GoodsState;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.goods.Told;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Correction;
import kongo.violation.Decision;
import kongo.violation.Source;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** A Goods, the place of its id, and what is said between them. */
class OwnPlaceTest {

  private static final long DAY = 86_400_000;
  private static final long NOW = 1_795_229_400_000L;
  private static final Source SENSORS = new Source("kongo.sensors", 0);
  private static final Source RFID = new Source("kongo.rfid", 0);
  private static final Source REGISTRY = new Source("kongo.registry", 0);
  private static final RuleBook BOOK = RuleBooks.parse(
      """
      hold = 100ms
      rules {
        cold  { metric = heat, max = 8, for = [A] }
        own   { metric = heat, max = 9, at = GOODS, for = [A] }
        house { metric = heat, max = 0, at = WAREHOUSE, for = [A] }
        heard { metric = heat, silent = 50ms, at = GOODS, for = [A] }
        mute  { metric = heat, silent = 10ms, for = [A] }
        long  { stay = 10ms, for = [A] }
        alone { metric = load.count, max = 1, for = [A] }
        still { metric = heat, max = 7, subject = LOCATION }
        empty { metric = load.count, max = 0, subject = LOCATION }
      }
      """, "test");

  private static final RuleBook PLAUSIBLE = RuleBooks.parse(
      """
      metrics { heat { min = -50, max = 100 } }
      rules { heard { metric = heat, silent = 50ms, at = GOODS, for = [A] } }
      """, "test");

  private final GoodsSettings goodsSettings = new GoodsSettings(30 * DAY, 30 * DAY, 1).withLaws(GoodsLaws.only(GoodsLaw.of(BOOK)));
  private final LocationSettings settings = new LocationSettings(30 * DAY, 30 * DAY, 100, 10, 10, 16, 10);
  private GoodsState goods = GoodsState.empty("g", goodsSettings);
  private LocationState own = LocationState.empty("g", new RuleIndex(BOOK), settings);
  private final TreeMap<String, Violation> published = new TreeMap<>();
  private final List<GoodsEvent> journaled = new ArrayList<>();
  private final List<Unheard> asked = new ArrayList<>();
  private long offset;

  @Test
  void aGoodsIsAtItselfFromItsFirstMoveOn() {
    register(profile("A"));
    move(receive(10));
    read(5, 9.5, 20, 8.5, 30, 9.5, 40, 7);
    move(deliver(60));
    assertThat(found()).containsExactly(
        "g/cold/g/s/10 CLOSED 10..40 3x 9.5", "g/own/g/s/10 CLOSED 10..20 1x 9.5", "g/own/g/s/30 CLOSED 30..40 1x 9.5");
  }

  @Test
  void itDoesNotMatterWhatComesFirst() {
    read(5, 9.5, 20, 8.5, 30, 9.5, 40, 7);
    move(deliver(60));
    move(receive(10));
    register(profile("A"));
    assertThat(found()).containsExactly(
        "g/cold/g/s/10 CLOSED 10..40 3x 9.5", "g/own/g/s/10 CLOSED 10..20 1x 9.5", "g/own/g/s/30 CLOSED 30..40 1x 9.5");
  }

  /** However often it moves on within a presence: it is told of nothing else. */
  @Test
  void itHearsOfPresencesOnly() {
    register(profile("A"));
    read(1, 5);
    move(receive(10));
    long heard = own.version();
    for (long time = 20; time < 50; time += 10) {
      move(Move.between(NOW + time, "", "p" + time));
    }
    assertThat(own.version()).isEqualTo(heard);
    move(deliver(50));
    assertThat(own.version()).isEqualTo(heard + 1);
    assertThat(here().stays()).singleElement().satisfies(stay -> {
      assertThat(stay.namedAs()).isEqualTo(PlaceType.GOODS);
      assertThat(stay.from()).isEqualTo(NOW + 10);
      assertThat(stay.to()).isEqualTo(NOW + 50);
    });
  }

  @Test
  void nobodyIsToldOfAGoodsThatNobodyAskedFor() {
    register(profile("A"));
    move(receive(10));
    assertThat(own.version()).isZero();
    assertThat(journaled).noneMatch(GoodsEvent.Listened.class::isInstance);
  }

  @Test
  void aPlaceAsksOnce() {
    read(1, 5);
    read(2, 5);
    read(3, 5);
    assertThat(asked).hasSize(1);
    assertThat(journaled).hasSize(1).allMatch(GoodsEvent.Listened.class::isInstance);
  }

  @Test
  void aPlaceThatIsRegisteredDoesNotAsk() {
    take(new TakePlace(new PlaceAt(0, Timeline.always(truck()), REGISTRY.cause(0, 0))));
    read(1, 5);
    assertThat(asked).isEmpty();
    assertThat(found()).isEmpty();
    read(2, 7.5);
    assertThat(found()).containsExactly("g/still/g/s/2 OPEN 2..");
  }

  /** As long as nobody knows better, what is sent of a Goods is of its own place. */
  @Test
  void rulesAboutLocationsAreNotAboutAGoodsOwnPlace() {
    read(false, Correction.ORIGINAL, 1, 9);
    assertThat(found()).containsExactly("g/still/g/s/1 OPEN 1..");
    read(true, Correction.ORIGINAL, 2, 9);
    assertThat(found()).isEmpty();
    read(true, new Correction(1, true), 2, 0);
    assertThat(found()).as("it never was").containsExactly("g/still/g/s/1 OPEN 1..");
    read(false, new Correction(2, false), 2, 9);
    assertThat(found()).as("it was, but of no Goods").hasSize(1);
    move(receive(10));
    assertThat(found()).as("it is one").isEmpty();
    register(truck());
    assertThat(found()).as("it is none").containsExactly("g/still/g/s/1 OPEN 1..");
  }

  /** An id is of one type for all time. */
  @Test
  void whatIsNotRegisteredAnyMoreIsStillAGoods() {
    register(profile("A"));
    register(Registration.DELETED);
    read(false, Correction.ORIGINAL, 1, 9);
    assertThat(found()).isEmpty();
    move(receive(10));
    move(deliver(20));
    read(false, Correction.ORIGINAL, 30, 9);
    assertThat(found()).isEmpty();
  }

  /** Nothing is heard of it for 50 ms, but before the first reading nobody knows whether it has a logger. */
  @Test
  void aLoggerIsSilentAfterItWasHeard() {
    register(profile("A"));
    read(1, 5);
    move(receive(100));
    readOther(200);
    assertThat(found()).isEmpty();
    read(210, 5);
    readOther(300);
    assertThat(found()).containsExactly("g/heard/g/-/260 OPEN 260..");
    move(deliver(350));
    assertThat(found()).containsExactly("g/heard/g/-/260 CLOSED 260..350");
    move(receive(400));
    readOther(500);
    assertThat(found()).hasSize(1);
  }

  /** That it is broken says that there is a logger. */
  @Test
  void silenceIsCountedFromAFaultyFirstReadingOfAPresence() {
    own = LocationState.empty("g", new RuleIndex(PLAUSIBLE), settings);
    register(profile("A"));
    read(1, 5);
    move(receive(100));
    read(110, 999, 120, 999);
    assertThat(own.harmless().until()).isEqualTo(NOW + 160);
    readOther(159);
    assertThat(found()).isEmpty();
    readOther(160);
    assertThat(found()).containsExactly("g/heard/g/-/160 OPEN 160..");
    read(200, 5);
    assertThat(found()).containsExactly("g/heard/g/-/160 CLOSED 160..200");
    read(105, 999);
    assertThat(found()).as("an earlier one is it now").containsExactly("g/heard/g/-/155 CLOSED 155..200");
    read(115, 5);
    assertThat(found()).as("it works again").containsExactly("g/heard/g/-/165 CLOSED 165..200");
  }

  @Test
  void aFaultyFirstReadingThatComesLateIsSilentAtOnce() {
    own = LocationState.empty("g", new RuleIndex(PLAUSIBLE), settings);
    register(profile("A"));
    move(receive(100));
    readOther(500);
    read(110, 999);
    assertThat(found()).containsExactly("g/heard/g/-/160 OPEN 160..");
  }

  @Test
  void anotherGoodsIsThereAsItsMoveSays() {
    register(profile("A"));
    move(receive(10));
    word(new Stay("g", PlaceType.WAREHOUSE, NOW + 20, Stay.OPEN));
    read(30, 8.5);
    assertThat(found()).containsExactly(
        "box/cold/g/s/30 OPEN 30..", "box/house/g/s/30 OPEN 30..", "box/long/g/-/30 OPEN 30..",
        "g/cold/g/s/30 OPEN 30..");
  }

  @Test
  void whatIsRestoredGoesOn() {
    register(profile("A"));
    read(1, 5);
    move(receive(10));
    goods = GoodsState.restore("g", goodsSettings, goods.snapshot());
    own = LocationState.restore("g", new RuleIndex(BOOK), settings, own.snapshot());
    move(deliver(50));
    read(30, 9, 60, 9);
    assertThat(found()).containsExactly("g/cold/g/s/30 CLOSED 30..50 1x 9.0");
    assertThat(asked).hasSize(1);
  }

  @Test
  void theOwnPlaceSaysNothingOfExpiry() {
    register(new GoodsProfile(0, List.of("A"), NOW + 20));
    move(receive(10));
    TakeReadings command = reading(true, Correction.ORIGINAL, "heat", 30, 5);
    Decision<LocationEvent> decision = take(command);
    assertThat(own.reply(command, decision).evidence()).isEmpty();
  }

  private GoodsHere here() {
    return own.snapshot().goods().stream().filter(one -> one.goods().equals("g")).findFirst().orElseThrow();
  }

  private static GoodsProfile profile(String category) {
    return new GoodsProfile(0, List.of(category), GoodsProfile.NEVER);
  }

  private static PlaceProfile truck() {
    return new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), PlaceProfile.UNLIMITED);
  }

  private static Move receive(long time) {
    return new Move(MoveType.RECEIVE, NOW + time, "w", "");
  }

  private static Move deliver(long time) {
    return new Move(MoveType.DELIVER, NOW + time, "w", "");
  }

  private void register(Registration registration) {
    ask(new TakeRegistration(registration, OptionalLong.empty(), REGISTRY.cause(++offset, NOW)));
  }

  private void move(Move move) {
    ask(new TakeMoves(MoveBatch.ofOriginals(RFID, List.of(move), new long[] {++offset}, new long[] {NOW}, 0)));
  }

  private void read(double... timesAndValues) {
    for (int i = 0; i < timesAndValues.length; i += 2) {
      read(true, Correction.ORIGINAL, (long) timesAndValues[i], timesAndValues[i + 1]);
    }
  }

  /** Only to say how late it is. */
  private void readOther(long time) {
    take(reading(true, Correction.ORIGINAL, "clock", time, 0));
  }

  private void read(boolean byGoods, Correction correction, long time, double value) {
    take(reading(byGoods, correction, "heat", time, value));
  }

  private TakeReadings reading(boolean byGoods, Correction correction, String metric, long time, double value) {
    return new TakeReadings(new ReadingBatch(
        SENSORS, List.of(new SeriesKey(metric, "s")), new int[] {0}, new long[] {NOW + time}, new double[] {value},
        new long[] {++offset}, new long[] {NOW + time}, Correction.sparse(new int[] {correction.code()}),
        Turns.of(new boolean[] {byGoods})));
  }

  private void word(Stay stay) {
    take(new TakeGoods(List.of(GoodsAt.whole(
        "box", 1, profile("A"), List.of(stay), Expiry.UNKNOWN, RFID.cause(++offset, NOW)))));
  }

  private void ask(GoodsCommand command) {
    Decision<GoodsEvent> decision = goods.decide(command);
    decision.event().ifPresent(event -> {
      journaled.add(event);
      goods.apply(goods.version() + 1, event);
      goods.effects();
    });
    GoodsReply reply = goods.reply(command, decision);
    reply.told().stream().filter(told -> told.location().equals("g")).map(Told::goods).forEach(word -> take(new TakeGoods(List.of(word))));
    reply.place().ifPresent(place -> take(new TakePlace(place)));
  }

  private Decision<LocationEvent> take(LocationCommand command) {
    Decision<LocationEvent> decision = own.decide(command, History.EMPTY);
    decision.event().ifPresent(event -> {
      own.apply(own.version() + 1, event);
      own.effects(History.EMPTY).forEach(revision -> published.put(revision.violation().id(), revision.violation()));
    });
    own.reply(command, decision).unheard().forEach(unheard -> {
      asked.add(unheard);
      ask(new SayAgain("g", 0, unheard.cause()));
    });
    return decision;
  }

  private List<String> found() {
    return published.values().stream().filter(violation -> violation.status() != Status.RETRACTED).map(OwnPlaceTest::line).toList();
  }

  private static String line(Violation violation) {
    String id = violation.id().replace(Long.toString(violation.from()), Long.toString(violation.from() - NOW));
    String extent = (violation.from() - NOW) + ".." + (violation.to() == null ? "" : violation.to() - NOW);
    String values = violation.count() == null || violation.to() == null ? "" : " " + violation.count() + "x " + violation.worst();
    return id + " " + violation.status() + " " + extent + values;
  }
}
