package kongo.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.goods.Expiry;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsCommand.SayAgain;
import kongo.goods.GoodsCommand.TakeEvidence;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsReply;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.location.LocationCommand.CatchUp;
import kongo.location.LocationCommand.FindExpired;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationReply;
import kongo.location.Unheard;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.violation.Cause;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** One entity that does not answer holds up nobody else; what goes together has bounds; nothing is settled too early. */
class BatchStepsTest {

  private static final Cause CAUSE = new Cause("kongo.rfid", 1, 7, 70);
  private static final LocationReply AHEAD = new LocationReply(List.of(), 0, List.of(), false, List.of(), true);
  private static final LocationReply DONE = new LocationReply(List.of(), 0, List.of(), false, List.of());

  private final List<Ask> asked = new ArrayList<>();
  private BatchSteps<String> steps = new BatchSteps<>(new AskLimits(2, 1_000_000, 100));
  private long version;

  private void batch(String name, String... goods) {
    Ticket<String> ticket = steps.open(name);
    Arrays.stream(goods).forEach(id -> steps.moves(ticket, id, moves(1)));
    ticket.release();
  }

  private static MoveBatch moves(int count) {
    List<Move> moves =
        IntStream.range(0, count).mapToObj(i -> new Move(MoveType.RECEIVE, i, "w", "")).toList();
    long[] numbers = IntStream.range(0, count).asLongStream().toArray();
    return MoveBatch.ofOriginals(new Source("kongo.rfid", 1), moves, numbers, numbers, 0);
  }

  private void pump() {
    asked.addAll(steps.due(16 - asked.size()));
  }

  private Ask.OfGoods toGoods(String id) {
    return asked.stream().filter(Ask.OfGoods.class::isInstance).map(Ask.OfGoods.class::cast)
        .filter(ask -> ask.goods().equals(id)).findFirst().orElseThrow();
  }

  private List<Ask.OfLocation> toLocations() {
    return asked.stream().filter(Ask.OfLocation.class::isInstance).map(Ask.OfLocation.class::cast).toList();
  }

  private void goodsSays(String id, GoodsAt... words) {
    Ask.OfGoods ask = toGoods(id);
    asked.remove(ask);
    List<Told> told = Arrays.stream(words).map(word -> new Told("w", word)).toList();
    steps.answered(ask, new GoodsReply(List.of(), 0, told, List.of(), Optional.empty()));
    pump();
  }

  private void goodsSays(String id, String location, Untold... untold) {
    Ask.OfGoods ask = toGoods(id);
    asked.remove(ask);
    List<Told> told = List.of(new Told(location, word(id, 1)));
    steps.answered(ask, new GoodsReply(List.of(), 0, told, List.of(untold), Optional.empty()));
    pump();
  }

  private void locationSays(LocationReply reply) {
    Ask.OfLocation ask = toLocations().get(0);
    asked.remove(ask);
    steps.answered(ask, reply);
    pump();
  }

  private GoodsAt word(String id, int stays) {
    List<Stay> all = IntStream.range(0, stays).mapToObj(i -> new Stay("w", PlaceType.WAREHOUSE, i, i + 1)).toList();
    return GoodsAt.whole(id, ++version, GoodsProfile.NONE, all, Expiry.UNKNOWN, CAUSE);
  }

  private List<String> told() {
    return toLocations().stream()
        .flatMap(ask -> ((TakeGoods) ask.command()).goods().stream()).map(GoodsAt::goods).toList();
  }

  @Test
  void aGoodsThatNeverAnswersStopsNoOther() {
    batch("first", "sick", "a");
    pump();
    goodsSays("a", word("a", 1));
    assertThat(told()).as("the Location hears of it at once").containsExactly("a");
    locationSays(DONE);

    for (int i = 0; i < 50; i++) {
      batch("batch " + i, "a", "b", "sick");
      pump();
      goodsSays("a", word("a", 1));
      goodsSays("b", word("b", 1));
      while (!toLocations().isEmpty()) {
        locationSays(DONE);
      }
    }

    assertThat(asked).singleElement().isSameAs(toGoods("sick"));
    assertThat(steps.settled()).as("batches are settled in their order").isEmpty();
    for (int i = 0; i <= 50; i++) {
      goodsSays("sick");
    }
    assertThat(steps.settled()).contains("batch 49");
    assertThat(steps.isIdle()).isTrue();
  }

  @Test
  void anEntityIsAskedOneThingAtATimeInTheOrderOfTheRecords() {
    batch("first", "a");
    batch("second", "a");
    pump();
    assertThat(asked).hasSize(1);
    assertThat(steps.tickets(asked.get(0))).extracting(Ticket::batch).containsExactly("first");
    goodsSays("a");
    assertThat(steps.tickets(asked.get(0))).extracting(Ticket::batch).containsExactly("second");
    assertThat(steps.settled()).contains("first");
  }

  @Test
  void whatALocationHearsGathersWhileItIsAskedAndEachIsTold() {
    batch("first", "a", "b", "c", "d", "e");
    pump();
    List.of("a", "b", "c", "d", "e").forEach(id -> goodsSays(id, word(id, 1)));

    List<String> heard = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    while (!toLocations().isEmpty()) {
      assertThat(toLocations()).as("one thing at a time").hasSize(1);
      assertThat(steps.settled()).isEmpty();
      heard.addAll(told());
      sizes.add(told().size());
      locationSays(DONE);
    }

    assertThat(heard).as("nobody is left out").containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    assertThat(sizes).allMatch(size -> size <= 2);
    assertThat(steps.settled()).contains("first");
  }

  @Test
  void ofEachGoodsTheNewestWordIsTold() {
    batch("first", "a", "x");
    batch("second", "a");
    pump();
    goodsSays("x", word("x", 1));
    GoodsAt older = word("a", 1);
    GoodsAt newer = word("a", 2);
    goodsSays("a", newer);
    goodsSays("a", older);
    locationSays(DONE);

    assertThat(((TakeGoods) toLocations().get(0).command()).goods()).containsExactly(newer);
    assertThat(steps.settled()).as("both batches wait for it").isEmpty();
    locationSays(DONE);
    assertThat(steps.settled()).contains("second");
  }

  @Test
  void wordsThatAreLongTogetherMakeSeveralAsks() {
    steps = new BatchSteps<>(new AskLimits(100, 10_000, 100));
    batch("first", "x", "a", "b", "c");
    pump();
    goodsSays("x", word("x", 1));
    List.of("a", "b", "c").forEach(id -> goodsSays(id, word(id, 100)));
    locationSays(DONE);

    assertThat(told()).as("more would be over the bound").hasSize(1);
    locationSays(DONE);
    locationSays(DONE);
    locationSays(DONE);
    assertThat(steps.settled()).contains("first");
  }

  @Test
  void whatHadNoRoomInAnAnswerIsAskedForAndHoldsTheBatch() {
    batch("first", "a");
    pump();
    goodsSays("a", "w", new Untold("v", 3));
    SayAgain again = (SayAgain) toGoods("a").command();
    assertThat(again).isEqualTo(new SayAgain("v", 3, new Cause("kongo.rfid", 1, 0, 0)));
    locationSays(DONE);
    assertThat(steps.settled()).isEmpty();

    goodsSays("a", "v");
    assertThat(toLocations()).extracting(Ask.OfLocation::location).containsExactly("v");
    locationSays(DONE);
    assertThat(steps.settled()).contains("first");
  }

  @Test
  void aGoodsOfWhichAWordIsMissingIsAskedOnceToSayEverythingAgain() {
    batch("first", "a");
    pump();
    goodsSays("a", word("a", 1));
    locationSays(new LocationReply(List.of(), 0, List.of(), false, List.of(new Unheard("a", CAUSE))));

    assertThat(toGoods("a").command()).isEqualTo(new SayAgain("w", 0, CAUSE));
    assertThat(steps.settled()).isEmpty();
    goodsSays("a", word("a", 2));
    locationSays(DONE);
    assertThat(steps.settled()).contains("first");
  }

  @Test
  void whereWordsComeBeforeReadingsTheBatchIsHeldUntilTheseAreInAndNothingElseIs() {
    steps = new BatchSteps<>(new AskLimits(2, 1_000_000, 100), () -> 100, true);
    batch("first", "a");
    pump();
    goodsSays("a", word("a", 1));
    locationSays(AHEAD);
    Ask.OfLocation catchUp = toLocations().get(0);
    assertThat(catchUp.command()).isEqualTo(new CatchUp(CAUSE));
    assertThat(steps.onlyWaits()).isTrue();
    assertThat(steps.settled()).isEmpty();

    batch("second", "a");
    pump();
    assertThat(steps.onlyWaits()).isFalse();
    goodsSays("a", word("a", 2));
    Ask.OfLocation words = toLocations().stream().filter(ask -> ask != catchUp).findFirst().orElseThrow();
    steps.answered(words, AHEAD);
    asked.remove(words);
    assertThat(steps.due(10)).as("until it is answered nothing is asked again").isEmpty();
    answer(catchUp, DONE);
    assertThat(steps.settled()).contains("first");

    answer(toLocations().get(0), DONE);
    assertThat(steps.settled()).contains("second");
    assertThat(steps.onlyWaits()).isFalse();
    assertThat(steps.isIdle()).isTrue();
  }

  @Test
  void wordsDoNotWaitForALocationThatIsToCatchUp() {
    steps = new BatchSteps<>(new AskLimits(1, 1_000_000, 100), () -> 100, true);
    batch("first", "a", "b", "c");
    pump();
    goodsSays("a", word("a", 1));
    goodsSays("b", word("b", 1));
    goodsSays("c", word("c", 1));
    locationSays(AHEAD);

    assertThat(toLocations()).extracting(ask -> ask.command().getClass().getSimpleName()).containsExactly("CatchUp", "TakeGoods");
    answer(toLocations().get(1), DONE);
    assertThat(toLocations()).extracting(ask -> ask.command().getClass().getSimpleName()).containsExactly("CatchUp", "TakeGoods");
    answer(toLocations().get(1), DONE);
    assertThat(steps.onlyWaits()).isTrue();
  }

  private void answer(Ask.OfLocation ask, LocationReply reply) {
    asked.remove(ask);
    steps.answered(ask, reply);
    pump();
  }

  @Test
  void manyMovesOfOneGoodsMakeSeveralAsks() {
    Ticket<String> ticket = steps.open("first");
    steps.moves(ticket, "a", moves(5));
    ticket.release();
    pump();
    List<Integer> sizes = new ArrayList<>();
    while (!asked.isEmpty()) {
      sizes.add(((TakeMoves) toGoods("a").command()).batch().moves().size());
      goodsSays("a");
    }
    assertThat(sizes).containsExactly(2, 2, 1);
    assertThat(steps.settled()).contains("first");
  }

  @Test
  void theNextPageOfExpiredGoodsIsAskedForWhenThisOneKnows() {
    batch("first", "x");
    pump();
    goodsSays("x", word("x", 1));
    ExpiryEvidence a = new ExpiryEvidence("a", "w", 9, 9, CAUSE);
    ExpiryEvidence b = new ExpiryEvidence("b", "w", 9, 9, CAUSE);
    locationSays(new LocationReply(List.of(), 0, List.of(a, b), true, List.of()));

    goodsSays("a", word("a", 1));
    assertThat(told()).containsExactly("a");
    locationSays(DONE);
    assertThat(toLocations()).as("b has not heard yet").isEmpty();
    goodsSays("b");
    assertThat(toLocations().get(0).command()).isInstanceOf(FindExpired.class);
    assertThat(steps.settled()).isEmpty();
    locationSays(DONE);
    assertThat(steps.settled()).contains("first");
  }

  @Test
  void evidenceThatWaitsBecomesTheLater() {
    batch("first", "x", "a");
    pump();
    goodsSays("x", word("x", 1));
    locationSays(new LocationReply(List.of(), 0, List.of(new ExpiryEvidence("a", "w", 9, 9, CAUSE)), false, List.of()));
    batch("second", "x");
    pump();
    goodsSays("x", word("x", 1));
    locationSays(new LocationReply(List.of(), 0, List.of(new ExpiryEvidence("a", "w", 12, 12, CAUSE)), false, List.of()));
    goodsSays("a");

    assertThat(((TakeEvidence) toGoods("a").command()).evidence().time()).isEqualTo(12);
    assertThat(steps.settled()).as("its batch waits for the evidence").isEmpty();
    goodsSays("a");
    assertThat(steps.settled()).contains("second");
  }

  @Test
  void thereIsNoRoomWhenTooMuchIsInHand() {
    steps = new BatchSteps<>(new AskLimits(2, 1_000, 2));
    batch("first", "a");
    assertThat(steps.hasRoom()).isTrue();
    batch("second", "b");
    assertThat(steps.hasRoom()).isFalse();
    pump();
    goodsSays("b");
    assertThat(steps.hasRoom()).isTrue();
  }
}
