package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import kongo.effect.Effect;
import kongo.goods.GoodsCommand.TakeLaw;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.BuiltIn;
import kongo.rules.Ranking;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Decision;
import kongo.violation.Severity;
import kongo.violation.Source;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** A Goods that is told of another law judges everything again by it, and says so to whom it concerns. */
class LawChangeTest {

  private static final Source RFID = new Source("rfid", 0);
  private static final Source RULES = new Source("rules", 0);
  private static final RuleHistory BEFORE = RuleHistory.of(book(0, Severity.WARNING));

  /** The laws of a history, of which nodes know so much. */
  private static final class Known implements GoodsLaws {
    private RuleHistory history = BEFORE;

    @Override
    public GoodsLaw newest() {
      return GoodsLaw.of(history);
    }

    @Override
    public GoodsLaw of(long version) {
      return GoodsLaw.of(new RuleHistory(history.sent().stream().filter(one -> one.offset() <= version).toList()));
    }
  }

  private final Known laws = new Known();
  private final GoodsSettings settings = new GoodsSettings(1_000_000).withLaws(laws);
  private final List<Effect> effects = new ArrayList<>();
  private GoodsState keg = GoodsState.empty("keg", settings);
  private long offset;

  @Test
  void aRereadThatWasAnArrivalIsNoneAnyMore() {
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", ""));
    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("w");

    GoodsReply reply = law(1, RuleHistory.EVER, book(10, Severity.WARNING));

    assertThat(keg.report().current()).contains(new Stay("t", PlaceType.TRUCK, 100, Stay.OPEN));
    assertThat(revised("keg/misplaced/w/-/105").status()).isEqualTo(Status.RETRACTED);
    assertThat(reply.told()).extracting(Told::location).containsExactly("t", "w");
    assertThat(reply.told().get(1).goods().stays()).isEmpty();
    StaysChanged changed = (StaysChanged) effects.get(effects.size() - 1);
    assertThat(changed.from()).isEqualTo(100);
    assertThat(changed.at()).contains(new Stay("t", PlaceType.TRUCK, 100, Stay.OPEN));
  }

  @Test
  void whoRepeatsAMoveFromBeforeTheLawHearsOfWhatTheLawChanged() {
    laws.history = BEFORE.and(1, RuleHistory.EVER, book(10, Severity.WARNING));
    Move load = new Move(MoveType.LOAD, 100, "w", "t");
    Move reread = new Move(MoveType.RECEIVE, 105, "w", "");
    move(load, reread);
    assertThat(keg.report().stays()).hasSize(1);

    GoodsReply ofLaw = law(2, RuleHistory.EVER, book(0, Severity.WARNING));
    GoodsReply again = take(new TakeMoves(MoveBatch.ofOriginals(RFID, List.of(load), new long[] {1}, new long[] {1}, 0)));

    assertThat(ofLaw.told()).extracting(Told::location).containsExactly("t", "w");
    assertThat(again.duplicates()).isEqualTo(1);
    assertThat(again.told()).extracting(Told::location).containsExactly("t", "w");
    assertThat(again.told().get(1)).isEqualTo(ofLaw.told().get(1));
  }

  @Test
  void whatIsInForceAtTheReceiveCounts() {
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", ""));

    law(1, 106, book(10, Severity.WARNING));
    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("w");

    law(2, 105, book(10, Severity.WARNING));
    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("t");
  }

  @Test
  void aViolationIsAsBadAsTheBookSaysThatIsInForceWhenItBegins() {
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.LOAD, 200, "v", "u"), new Move(MoveType.LOAD, 300, "v", "u2"));

    law(1, 300, book(0, Severity.CRITICAL));

    assertThat(keg.report().violations()).extracting(Violation::severity).containsExactly(Severity.WARNING, Severity.CRITICAL);
    assertThat(effects).hasSize(1);
    assertThat(revised("keg/misplaced/v/-/300").severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void theSameAgainChangesNothing() {
    move(new Move(MoveType.LOAD, 100, "w", "t"));

    GoodsReply reply = law(1, RuleHistory.EVER, book(0, Severity.WARNING));

    assertThat(reply.told()).isEmpty();
    assertThat(effects).isEmpty();
  }

  /** Also if the newer one says what was known before all of them. */
  @Test
  void aLawThatComesAfterANewerOneIsNotTaken() {
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", ""));
    laws.history = laws.history.and(1, RuleHistory.EVER, book(10, Severity.WARNING));
    law(2, RuleHistory.EVER, book(0, Severity.WARNING));

    take(new TakeLaw(1, RULES.cause(1, 1)));

    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("w");
  }

  @Test
  void anOlderLawIsNotTaken() {
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", ""));
    laws.history = laws.history.and(1, 0, book(10, Severity.WARNING)).and(2, 0, book(0, Severity.MINOR));
    take(new TakeLaw(2, RULES.cause(2, 2)));

    take(new TakeLaw(1, RULES.cause(1, 1)));

    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("w");
  }

  @Test
  void itComesBackUnderTheLawThatItWasJudgedByAndSaysAgainWhatFollowedFromIt() {
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", ""));
    GoodsReply reply = law(1, RuleHistory.EVER, book(10, Severity.WARNING));
    laws.history = laws.history.and(2, 0, book(0, Severity.WARNING));

    keg = GoodsState.restore("keg", settings, keg.snapshot());

    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("t");
    assertThat(take(new TakeLaw(1, RULES.cause(1, 1))).told()).isEqualTo(reply.told());
  }

  @Test
  void aGoodsBeginsWithTheNewestLawAndComesBackUnderIt() {
    laws.history = laws.history.and(1, 0, book(10, Severity.WARNING));
    List<GoodsEvent> journal = new ArrayList<>();
    keg = GoodsState.empty("keg", settings);
    journal.add(move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", "")));
    laws.history = laws.history.and(2, 0, book(0, Severity.WARNING));

    keg = GoodsState.empty("keg", settings);
    keg.apply(1, journal.get(0));

    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("t");
  }

  @Test
  void soDoesOneOfWhichTheFirstRecordIsRefused() {
    laws.history = laws.history.and(1, 0, book(10, Severity.WARNING));
    GoodsSettings small = settings.withProfileBytes(1);
    keg = GoodsState.empty("keg", small);
    GoodsEvent refused = keg.decide(new TakeRegistration(GoodsProfile.NONE, OptionalLong.empty(), new Source("registry", 0).cause(1, 1))).event().orElseThrow();
    keg.apply(1, refused);
    laws.history = laws.history.and(2, 0, book(0, Severity.WARNING));

    keg = GoodsState.empty("keg", small);
    keg.apply(1, refused);
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", ""));

    assertThat(keg.report().current().orElseThrow().location()).isEqualTo("t");
  }

  @Test
  void wordsThatFollowBuildOnThatOfTheLaw() {
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.RECEIVE, 105, "w", ""));
    GoodsReply ofLaw = law(1, RuleHistory.EVER, book(10, Severity.WARNING));
    long version = keg.version();

    move(new Move(MoveType.UNLOAD, 500, "w", "t"));

    MoveBatch again = MoveBatch.ofOriginals(RFID, List.of(new Move(MoveType.UNLOAD, 500, "w", "t")), new long[] {offset}, new long[] {offset}, 0);
    List<Told> told = take(new TakeMoves(again)).told();
    assertThat(ofLaw.told()).allSatisfy(one -> assertThat(one.goods().version()).isEqualTo(version));
    assertThat(told).allSatisfy(one -> assertThat(one.goods().previous()).isEqualTo(version));
  }

  @Test
  void ofAnExpiryTheMomentOfItsBeginningCounts() {
    take(new TakeRegistration(new GoodsProfile(1, List.of(), 200), OptionalLong.empty(), new Source("registry", 0).cause(1, 1)));
    move(new Move(MoveType.LOAD, 100, "w", "t"), new Move(MoveType.UNLOAD, 300, "w", "t"));

    law(1, 201, book(0, Severity.WARNING));
    assertThat(keg.report().violations().get(0).severity()).isEqualTo(Severity.MAJOR);

    law(2, 200, new RuleBook(List.of(), 0, new TreeMap<>(), new BuiltIn(Ranking.of(Severity.MINOR), Severity.WARNING, Severity.MAJOR), ""));
    assertThat(keg.report().violations().get(0).severity()).isEqualTo(Severity.MINOR);
  }

  private static RuleBook book(long settle, Severity misplaced) {
    return RuleBooks.of(List.of(), settle, new TreeMap<>(), new BuiltIn(Ranking.DEFAULT, misplaced, Severity.MAJOR));
  }

  private Violation revised(String id) {
    return effects.stream()
        .filter(ViolationRevised.class::isInstance)
        .map(effect -> ((ViolationRevised) effect).revision().violation())
        .filter(violation -> violation.id().equals(id))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private GoodsReply law(long version, long from, RuleBook book) {
    laws.history = laws.history.and(version, from, book);
    effects.clear();
    return take(new TakeLaw(version, RULES.cause(version, version)));
  }

  private GoodsEvent move(Move... moves) {
    long[] offsets = new long[moves.length];
    for (int i = 0; i < moves.length; i++) {
      offsets[i] = ++offset;
    }
    TakeMoves command = new TakeMoves(MoveBatch.ofOriginals(RFID, List.of(moves), offsets, offsets, 0));
    GoodsEvent event = keg.decide(command).event().orElseThrow();
    take(command);
    return event;
  }

  private GoodsReply take(GoodsCommand command) {
    Decision<GoodsEvent> decision = keg.decide(command);
    Optional<GoodsEvent> event = decision.event();
    event.ifPresent(one -> {
      keg.apply(keg.version() + 1, one);
      effects.addAll(keg.effects());
    });
    return keg.reply(command, decision);
  }
}
