package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kongo.goods.GoodsCommand.SayAgain;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.registry.GoodsProfile;
import kongo.violation.Decision;
import kongo.violation.Revision;
import kongo.violation.Source;
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
    take(new TakeRegistration(new GoodsProfile(1, List.of("T2"), 10 * HOUR), new Source("registry", 0).cause(1, 1)));
    shuttle(0, 100);

    assertThat(revisions()).hasSize(1);
    assertThat(keg.report().violations()).singleElement().satisfies(expired -> {
      assertThat(expired).isEqualTo(revisions().get(0).violation());
      assertThat(expired.from()).isEqualTo(10 * HOUR);
    });
  }

  @Test
  void whatIsRestoredIsTheSame() {
    take(new TakeRegistration(new GoodsProfile(1, List.of("T2"), 10 * HOUR), new Source("registry", 0).cause(1, 1)));
    shuttle(0, 100);
    GoodsReport before = keg.report();

    keg = GoodsState.restore("keg", SETTINGS, keg.snapshot());

    assertThat(keg.report()).isEqualTo(before);
    shuttle(100, 101);
    assertThat(revisions()).hasSize(1);
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

  private static Move unload(long time) {
    return new Move(MoveType.UNLOAD, time, "w1", "truck-1");
  }

  private Decision<GoodsEvent> take(long offset, long settledBefore, Move move) {
    long[] offsets = {offset};
    return take(new TakeMoves(new MoveBatch(RFID, List.of(move), offsets, offsets, settledBefore)));
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
