package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kongo.effect.Effect;
import kongo.goods.GoodsCommand.SayAgain;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.registry.GoodsProfile;
import kongo.rules.BuiltIn;
import kongo.rules.Ranking;
import kongo.rules.RuleBooks;
import kongo.violation.Decision;
import kongo.violation.Kind;
import kongo.violation.Revision;
import kongo.violation.Severity;
import kongo.violation.Source;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** A Goods keeps of old moves only what can still matter. */
class OpeningTest {

  private static final long HOUR = 3_600_000;
  private static final Source RFID = new Source("rfid", 0);
  private static final GoodsSettings SETTINGS = new GoodsSettings(24 * HOUR, 24 * HOUR, 4);

  private GoodsState keg = GoodsState.empty("keg", SETTINGS);
  private final List<Effect> caused = new ArrayList<>();

  @Test
  void movesBeforeTheHorizonAreFolded() {
    shuttle(0, 100);
    int young = keg.snapshot().moves().size();
    shuttle(100, 5_000);

    assertThat(keg.snapshot().moves()).hasSizeLessThanOrEqualTo(young);
    assertThat(keg.report().completeFrom()).isGreaterThan(4_900 * HOUR);
  }

  @Test
  void rowsOfFoldedMovesAreNotNeeded() {
    shuttle(0, 20);
    assertThat(keg.firstRowNeeded()).isEqualTo(1);
    shuttle(20, 5_000);

    assertThat(keg.firstRowNeeded()).isEqualTo(keg.snapshot().moves().get(0).version()).isGreaterThan(4_900);
  }

  @Test
  void whatSomebodyMayNotKnowYetIsKept() {
    IntStream.range(0, 100).forEach(i -> move(i, 0));

    assertThat(keg.snapshot().moves()).hasSize(100);
  }

  @Test
  void aFoldedMoveThatIsDeliveredAgainIsRepeatedAndNotTooLate() {
    shuttle(0, 100);

    Decision<GoodsEvent> again = move(3, 3);

    assertThat(again.refusals()).isEmpty();
    assertThat(again.duplicates()).isEqualTo(1);
    assertThat(again.event()).isEmpty();
  }

  @Test
  void aNewMoveBeforeTheHorizonIsTooLate() {
    shuttle(0, 100);

    assertThat(take(1_000, 100, load(3 * HOUR + 1)).refusals()).hasSize(1);
  }

  @Test
  void anExpiryThatGoesOnIsWhatItWas() {
    take(new TakeRegistration(new GoodsProfile(1, List.of("T2"), 10 * HOUR), OptionalLong.empty(), new Source("registry", 0).cause(1, 1)));
    shuttle(0, 100);

    assertThat(revisions()).hasSize(1);
    assertThat(keg.report().violations()).singleElement().satisfies(expired -> {
      assertThat(expired).isEqualTo(revisions().get(0).violation());
      assertThat(expired.from()).isEqualTo(10 * HOUR);
    });
  }

  @Test
  void theBookSaysHowBadItIs() {
    BuiltIn ranking = new BuiltIn(Ranking.of(Severity.CRITICAL), Severity.MINOR, Severity.WARNING);
    keg = GoodsState.empty("keg", SETTINGS.withLaws(GoodsLaws.only(GoodsLaw.of(RuleBooks.of(List.of(), 0, new TreeMap<>(), ranking)))));
    take(new TakeRegistration(
        new GoodsProfile(1, List.of(), 2 * HOUR, List.of("elsewhere")), OptionalLong.empty(), new Source("registry", 0).cause(1, 1)));
    take(1, 0, receive(HOUR));
    take(2, 0, load(2 * HOUR));
    take(3, 0, receive(3 * HOUR));

    assertThat(keg.report().violations()).extracting(Violation::kind, Violation::severity).contains(
        tuple(Kind.EXPIRED, Severity.CRITICAL), tuple(Kind.MISPLACED, Severity.MINOR), tuple(Kind.MISROUTED, Severity.WARNING));
  }

  @Test
  void whatIsRestoredIsTheSame() {
    take(new TakeRegistration(new GoodsProfile(1, List.of("T2"), 10 * HOUR), OptionalLong.empty(), new Source("registry", 0).cause(1, 1)));
    shuttle(0, 100);
    GoodsReport before = keg.report();

    keg = GoodsState.restore("keg", SETTINGS, keg.snapshot());

    assertThat(keg.report()).isEqualTo(before);
    shuttle(100, 101);
    assertThat(revisions()).hasSize(1);
  }

  @Test
  void whereItWasLoadedBeforeTheHorizonTheGateMayReadItAgain() {
    GoodsSettings settling = new GoodsSettings(24 * HOUR, 24 * HOUR, 1).withSettle(12 * HOUR);
    keg = GoodsState.empty("keg", settling);
    shuttle(0, 100);
    IntStream.range(0, 6).forEach(i -> take(100 + i, 100 + i, load((120 + i) * HOUR)));
    assertThat(keg.report().completeFrom()).as("the load at 99 h is folded").isGreaterThan(99 * HOUR);
    assertThat(keg.snapshot().opening().departure()).contains(new Departure("w1", 99 * HOUR, Stay.OPEN));

    take(106, 106, receive(111 * HOUR - 2));
    assertThat(keg.report().violations()).isEmpty();
    keg = GoodsState.restore("keg", settling, keg.snapshot());
    assertThat(keg.report().violations()).isEmpty();
    take(107, 107, receive(111 * HOUR - 1));
    assertThat(keg.report().violations()).isEmpty();
    take(108, 108, receive(111 * HOUR));
    assertThat(keg.report().violations()).as("it has settled").hasSize(1);
  }

  @Test
  void whatIsFoldedAfterALoadEndsThat() {
    keg = GoodsState.empty("keg", new GoodsSettings(24 * HOUR, 24 * HOUR, 1).withSettle(100 * HOUR));
    shuttle(0, 99);
    IntStream.range(0, 6).forEach(i -> take(100 + i, 100 + i, unload((120 + i) * HOUR)));

    assertThat(keg.report().completeFrom()).as("the unloading at 98 h is folded").isGreaterThan(98 * HOUR);
    assertThat(keg.snapshot().opening().departure()).isEmpty();
  }

  @Test
  void whoMissesWhatWasFoldedHearsOfTheStayThatReachesBeyondIt() {
    shuttle(0, 100);
    take(100, 100, unload(200 * HOUR));
    take(101, 101, load(201 * HOUR));
    assertThat(keg.report().completeFrom()).as("of the long stay only where the Goods was is kept").isGreaterThan(150 * HOUR);

    Told again = keg.reply(new SayAgain("truck-1", 0, RFID.cause(101, 101)), Decision.none()).told().get(0);

    assertThat(again.goods().previous()).isZero();
    assertThat(again.goods().stays()).extracting(Stay::from).containsExactly(99 * HOUR, 201 * HOUR);
  }

  @Test
  void whoHasHeardTheLatestHearsNothingOfStays() {
    shuttle(0, 3);
    Told again = keg.reply(new SayAgain("truck-1", keg.version(), RFID.cause(3, 3)), Decision.none()).told().get(0);
    assertThat(again.goods().stays()).isEmpty();
    assertThat(again.goods().from()).isEqualTo(Stay.OPEN);
  }

  /** Between a warehouse and a truck, each move settled when the next one comes. */
  private void shuttle(int from, int to) {
    IntStream.range(from, to).forEach(i -> move(i, i));
  }

  private Decision<GoodsEvent> move(int number, long settledBefore) {
    return take(number, settledBefore, number % 2 == 0 ? unload(number * HOUR) : load(number * HOUR));
  }

  private static Move load(long time) {
    return new Move(MoveType.LOAD, time, "w1", "truck-1");
  }

  private static Move receive(long time) {
    return new Move(MoveType.RECEIVE, time, "w1", "");
  }

  private static Move unload(long time) {
    return new Move(MoveType.UNLOAD, time, "w1", "truck-1");
  }

  private Decision<GoodsEvent> take(long offset, long settledBefore, Move move) {
    long[] offsets = {offset};
    return take(new TakeMoves(MoveBatch.ofOriginals(RFID, List.of(move), offsets, offsets, settledBefore)));
  }

  private Decision<GoodsEvent> take(GoodsCommand command) {
    Decision<GoodsEvent> decision = keg.decide(command);
    decision.event().ifPresent(event -> {
      keg.apply(keg.version() + 1, event);
      caused.addAll(keg.effects());
    });
    return decision;
  }

  private List<Revision> revisions() {
    return caused.stream()
        .flatMap(effect -> effect instanceof ViolationRevised revised ? Stream.of(revised.revision()) : Stream.empty())
        .toList();
  }
}
