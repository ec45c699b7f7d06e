package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationCommand.TakeRules;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Cause;
import kongo.violation.Revision;
import kongo.violation.Severity;
import kongo.violation.Source;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What is judged when rules, Goods and places change in the course of time; times are minutes. */
class TermsTest {

  private static final long MINUTE = 60_000;
  private static final Cause CAUSE = new Cause("test", 0, 0, 0);
  private static final GoodsProfile COLD = goods(1, "T2");

  private LocationSettings settings = new LocationSettings(Long.MAX_VALUE, 100);
  private RuleVersions rules;
  private RuleHistory history;
  private LocationState place;
  private final TreeMap<String, Revision> published = new TreeMap<>();
  private long offset;
  private long word;

  @Test
  void aRuleThatIsGoneEndsItsExcursionOnceSomethingIsHeardThen() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(50, 9);
    book(60, "");

    assertThat(found()).containsExactly("cold/g 50-");
    clock(60);
    assertThat(found()).containsExactly("cold/g 50-60");
  }

  @Test
  void aChangedRuleEndsTheOldExcursionAndBeginsTheNewOneHoweverLongNothingWasHeard() {
    begin("hold = 5m", "cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(50, 9);
    book("hold = 5m", 60, "cold { metric = temperature, max = 7, for = [T2] }");
    clock(59);
    assertThat(found()).containsExactly("cold/g 50-");

    clock(61);
    assertThat(found()).containsExactly("cold/g 50-60", "cold/g 60-");
    read(70, 6);
    assertThat(found()).as("who spoke again has been silent for longer than its values hold").containsExactly("cold/g 50-55");
  }

  @Test
  void whatIsSilentGoesOnOverOneBoundAfterTheOtherUnlessItBreaksNothing() {
    begin("hold = 5m", "cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    book("hold = 5m", 20, "cold { metric = temperature, max = 7, for = [T2] }");
    book("hold = 5m", 40, "cold { metric = temperature, max = 12, for = [T2] }");
    book("hold = 5m", 60, "cold { metric = temperature, max = 6, for = [T2] }");
    read(10, 9);
    clock(70);

    assertThat(found()).containsExactly("cold/g 10-20", "cold/g 20-40");
  }

  @Test
  void aBoundCountsAsSoonAsTheSeriesHasAReadingThenThoughTheClockHasNotComeThatFar() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    book(60, "cold { metric = temperature, max = 5, for = [T2] }");
    read(50, 7);
    read(70, 55, 7);

    assertThat(found()).containsExactly("cold/g 60-");
  }

  @Test
  void theClockGoesBackAndWhatRestedOnItIsRetracted() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(new GoodsAt("g", ++word, 0, Long.MIN_VALUE, Opening.NEVER, Timeline.always(COLD), List.of(at(0, 100)), Expiry.UNKNOWN, CAUSE));
    hear(stay("h", 0, COLD));
    book(95, "cold { metric = temperature, max = 5, for = [T2] }");
    read(50, 7);
    assertThat(found()).containsExactly("cold/g 95-100", "cold/h 95-");

    hear(new GoodsAt("g", ++word, word - 1, 0, Opening.NEVER, Timeline.always(COLD), List.of(at(0, 90)), Expiry.UNKNOWN, CAUSE));
    assertThat(found()).isEmpty();
  }

  @Test
  void aBookFromLongAgoCorrectsWhatWasJudgedSince() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(10, 9);
    read(20, 5);
    read(30, 9);
    read(40, 5);
    book(25, "cold { metric = temperature, max = 10, for = [T2] }");

    assertThat(found()).containsExactly("cold/g 10-20");
    assertThat(published.values()).filteredOn(one -> one.violation().status() == Status.RETRACTED).hasSize(1);
  }

  @Test
  void aBookFromLaterOnRevisesNothingYet() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(10, 9);
    read(20, 5);
    read(30, 9);
    Map<String, Revision> before = Map.copyOf(published);
    book(60, "cold { metric = temperature, max = 4, for = [T2] }");

    assertThat(published).isEqualTo(before);
  }

  @Test
  void aBookThatChangesOnlyHowBadItIsCutsNothing() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(10, 9);
    history = history.and(history.version() + 1, 20 * MINUTE, ranked(RuleBooks.parse("rules { cold { metric = temperature, max = 8, for = [T2] } }", "x"), Severity.CRITICAL));
    takeRules();
    read(30, 9);
    assertThat(violations()).extracting(Violation::severity).containsExactly(Severity.MAJOR);

    read(40, 5);
    read(50, 9);
    assertThat(violations()).extracting(Violation::severity).containsExactly(Severity.MAJOR, Severity.CRITICAL);
  }

  @Test
  void equalTermsAreOnePartWhateverTheyAreWrittenLike() {
    begin("warm { metric = temperature, max = maxWeight, for = [T2] }");
    take(new TakePlace(new PlaceAt(1, Timeline.always(truck(8_000)).from(30 * MINUTE, Optional.of(truck(9_000))), CAUSE)));
    hear(stay("g", 0, COLD));
    book(20, "warm { metric = temperature, max = 8, for = [T1, T2] }");
    book(40, "warm { metric = temperature, max = 9, for = [T1, T2] }");
    read(10, 8.5);
    clock(35);
    assertThat(found()).as("from 20 on the limit has no part in it").containsExactly("warm/g 10-");

    clock(45);
    assertThat(found()).containsExactly("warm/g 10-40");
  }

  @Test
  void aLimitThatChangesIsTheLimitOfItsTime() {
    begin("overload { metric = load.weight, max = maxWeight, at = TRUCK, subject = LOCATION }");
    take(new TakePlace(new PlaceAt(1, Timeline.always(truck(500)).from(30 * MINUTE, Optional.of(truck(900))), CAUSE)));
    hear(stay("g", 10, goods(700, "T1")));
    assertThat(found()).containsExactly("overload/- 10-");
    clock(31);

    assertThat(found()).containsExactly("overload/- 10-30");
  }

  @Test
  void whatGoodsWeighTheyWeighFromThenOn() {
    begin("overload { metric = load.weight, max = maxWeight, at = TRUCK, subject = LOCATION }");
    take(new TakePlace(new PlaceAt(1, Timeline.always(truck(500)), CAUSE)));
    hear(word("g", Timeline.always(goods(700, "T1")).from(20 * MINUTE, Optional.of(goods(300, "T1"))).from(40 * MINUTE, Optional.of(goods(600, "T1")))));
    assertThat(found()).containsExactly("overload/- 0-");
    clock(20);
    assertThat(found()).containsExactly("overload/- 0-20");
    clock(39);
    assertThat(found()).containsExactly("overload/- 0-20");
    clock(50);
    assertThat(found()).containsExactly("overload/- 0-20", "overload/- 40-");
  }

  @Test
  void whoCarriesACategoryAtTimesCountsAtTheseTimesAndNeverItself() {
    begin("alone { metric = \"aboard.B\", max = 0, for = [T2] }");
    hear(word("g", Timeline.always(COLD).from(30 * MINUTE, Optional.of(goods(1, "B", "T2")))));
    hear(word("h", Timeline.always(goods(1, "B")).from(20 * MINUTE, Optional.of(COLD))));
    clock(60);

    assertThat(found()).containsExactly("alone/g 0-20", "alone/h 30-");
    assertThat(violations()).extracting(Violation::others).containsExactly(List.of("h"), List.of("g"));
  }

  @Test
  void aStayIsJudgedAsItsGoodsWereThen() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(word("g", Timeline.always(COLD).from(20 * MINUTE, Optional.of(goods(1, "T2", "X"))).from(40 * MINUTE, Optional.empty())));
    read(10, 9);
    read(30, 9);
    read(50, 9);

    assertThat(found()).containsExactly("cold/g 10-40");
  }

  @Test
  void aStayIsNotJudgedBeforeItsGraceIsOver() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    RuleBook plain = RuleBooks.parse("rules { cold { metric = temperature, max = 8, for = [T2] } }", "x");
    history = history.and(history.version() + 1, RuleHistory.EVER, RuleBooks.of(plain.rules().stream().map(rule ->
        new Rule(rule.name(), rule.condition(), rule.damping(), 20 * MINUTE, rule.at(), rule.subject(), rule.categories(), rule.ranking())).toList()));
    takeRules();
    hear(stay("g", 0, COLD));
    read(10, 9);
    assertThat(found()).isEmpty();
    clock(20);
    assertThat(found()).containsExactly("cold/g 20-");
    read(25, 5);
    assertThat(found()).containsExactly("cold/g 20-25");
  }

  @Test
  void aSilenceIsCutByItsRuleAndCountedFromTheStayOrTheLastReading() {
    begin("heard { metric = temperature, silent = 15m, for = [T2] }");
    hear(stay("g", 0, COLD));
    book(30, "heard { metric = temperature, silent = 40m, for = [T2] }");
    clock(35);
    assertThat(found()).containsExactly("heard/g 15-30");
    clock(50);

    assertThat(found()).containsExactly("heard/g 15-30", "heard/g 40-");
  }

  @Test
  void anOverstayIsCountedFromTheStayWhateverChangedSince() {
    begin("shelf { stay = 20m, for = [T2] }");
    hear(word("g", Timeline.always(goods(1, "T1")).from(50 * MINUTE, Optional.of(COLD))));
    clock(45);
    assertThat(found()).isEmpty();
    clock(55);

    assertThat(found()).containsExactly("shelf/g 50-");
    assertThat(violations()).extracting(Violation::stay).containsExactly(0L);
  }

  /** It cuts nothing, and judges all the same. */
  @Test
  void aBookThatWritesOutTheMaxWeightSeesTheReadingsThatCome() {
    begin("warm { metric = temperature, max = maxWeight, for = [T2] }");
    take(new TakePlace(new PlaceAt(1, Timeline.always(truck(8_000)), CAUSE)));
    hear(stay("g", 0, COLD));
    book(20, "warm { metric = temperature, max = 8, for = [T2] }");
    read(30, 5);
    read(40, 9);

    assertThat(found()).containsExactly("warm/g 40-");
  }

  /** By the hold of the book that was in force then, though the next one would not let it come so far. */
  @Test
  void aLateReadingIsCarriedIntoAStayAndOverABoundInIt() {
    begin("hold = 30m", "cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 25, COLD));
    book("hold = 20m", 35, "cold { metric = temperature, max = 7, for = [T2] }");
    clock(50);
    read(4, 9);

    assertThat(found()).containsExactly("cold/g 25-35", "cold/g 35-");
  }

  @Test
  void readingsThatReachABoundAreNotHarmless() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(10, 7);
    book(20, "cold { metric = temperature, max = 6, for = [T2] }");

    assertThat(place.harmless().until()).isEqualTo(20 * MINUTE);
    assertThat(place.harmless().of(new SeriesKey("temperature", "s")).has(11 * MINUTE, 7)).isTrue();
    clock(25);
    assertThat(place.harmless().of(new SeriesKey("temperature", "s"))).isEqualTo(DeferralHint.Range.NOTHING);
    assertThat(found()).containsExactly("cold/g 20-");
  }

  @Test
  void aLocationJudgesByTheBooksThatItHasHeardOf() {
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    history = history.and(7, RuleHistory.EVER, RuleBooks.parse("rules { cold { metric = temperature, max = 20, for = [T2] } }", "x"));
    rules.take(history);
    hear(stay("g", 0, COLD));
    read(10, 9);
    assertThat(place.rulesVersion()).isEqualTo(RuleHistory.CONFIGURED);
    assertThat(found()).containsExactly("cold/g 10-");
    takeRules();

    assertThat(place.rulesVersion()).isEqualTo(7);
    assertThat(found()).isEmpty();
    assertThat(LocationState.restore("w", rules, new LocationSettings(Long.MAX_VALUE, 100), place.snapshot()).rulesVersion()).isEqualTo(7);
  }

  @Test
  void aBookChangesNothingThatEndedBeforeTheBooksWereClosed() {
    settings = new LocationSettings(60 * MINUTE, 100);
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(1, 9);
    read(5, 5);
    read(50, 7.5);
    read(80, 7.5);
    read(90, 7.5);
    assertThat(place.snapshot().books().before()).isBetween(5 * MINUTE, 50 * MINUTE);

    book(-10, "cold { metric = temperature, max = 7, for = [T2] }");

    assertThat(found()).containsExactly("cold/g 1-5", "cold/g 50-");
    assertThat(violations()).extracting(one -> one.limit().max()).containsExactly(OptionalDouble.of(8), OptionalDouble.of(7));
  }

  /** The fast sensor closes the books beyond what the clock shows. */
  @Test
  void aRunBeforeABoundThatIsNotReachedStaysKnownThoughAnotherSensorIsFast() {
    settings = new LocationSettings(60 * MINUTE, 100);
    begin("cold { metric = temperature, max = 8, for = [T2] }");
    book(30, "cold { metric = temperature, max = 20, for = [T2] }");
    hear(stay("g", 0, COLD));
    read(1, 5);
    read(5, 9);
    long first = place.version();
    read(20, 9);
    for (int minute = 0; minute < 5; minute++) {
      read("humidity", 100 + minute * 10, 21 + minute, 0);
    }
    assertThat(place.snapshot().books().before()).isGreaterThan(30 * MINUTE);
    assertThat(place.firstRowNeeded()).isLessThanOrEqualTo(first);
    assertThat(found()).containsExactly("cold/g 5-");

    read("humidity", 150, 30, 0);
    assertThat(found()).containsExactly("cold/g 5-30");
  }

  private void begin(String... book) {
    history = RuleHistory.of(parsed(book));
    rules = new RuleVersions(history);
    place = LocationState.empty("w", rules, settings);
  }

  private static RuleBook parsed(String... book) {
    String head = book.length > 1 ? book[0] + "\n" : "";
    return RuleBooks.parse(head + "rules { " + book[book.length - 1] + " }", "test");
  }

  private void book(long from, String rule) {
    book("", from, rule);
  }

  private void book(String head, long from, String rule) {
    history = history.and(history.version() + 1, from * MINUTE, parsed(head, rule));
    takeRules();
  }

  private void takeRules() {
    rules.take(history);
    take(new TakeRules(history.version(), CAUSE));
  }

  private static RuleBook ranked(RuleBook book, Severity severity) {
    return RuleBooks.of(book.rules().stream().map(rule ->
        new Rule(rule.name(), rule.condition(), rule.damping(), 0, rule.at(), rule.subject(), rule.categories(), Ranking.of(severity))).toList());
  }

  private static GoodsProfile goods(long grams, String... categories) {
    return new GoodsProfile(grams, List.of(categories), GoodsProfile.NEVER);
  }

  private static PlaceProfile truck(long maxGrams) {
    return new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), maxGrams);
  }

  private static Stay at(long from, long to) {
    return new Stay("w", PlaceType.WAREHOUSE, from * MINUTE, to == Stay.OPEN ? to : to * MINUTE);
  }

  private GoodsAt stay(String goods, long from, GoodsProfile profile) {
    return new GoodsAt(
        goods, ++word, 0, Long.MIN_VALUE, Opening.NEVER, Timeline.always(profile), List.of(at(from, Stay.OPEN)), Expiry.UNKNOWN, CAUSE);
  }

  private GoodsAt word(String goods, Timeline<GoodsProfile> profile) {
    return new GoodsAt(
        goods, ++word, 0, Long.MIN_VALUE, Opening.NEVER, profile, List.of(at(0, Stay.OPEN)), Expiry.UNKNOWN, CAUSE);
  }

  private void hear(GoodsAt said) {
    take(new TakeGoods(List.of(said)));
  }

  private void read(long time, double value) {
    read(time, time, value);
  }

  private void read(long time, long sent, double value) {
    read("temperature", time, sent, value);
  }

  private void clock(long time) {
    read("clock", time, time, 0);
  }

  private void read(String metric, long time, long sent, double value) {
    take(new TakeReadings(ReadingBatch.ofOriginals(
        new Source("sensors", 0), List.of(new SeriesKey(metric, "s")), new int[] {0}, new long[] {time * MINUTE}, new double[] {value},
        new long[] {++offset}, new long[] {sent * MINUTE})));
  }

  private void take(LocationCommand command) {
    place.decide(command, History.EMPTY).event().ifPresent(event -> {
      place.apply(place.version() + 1, event);
      place.effects(History.EMPTY).forEach(revision -> published.put(revision.violation().id(), revision));
    });
  }

  private List<Violation> violations() {
    return published.values().stream().map(Revision::violation).filter(one -> one.status() != Status.RETRACTED)
        .sorted(Comparator.comparingLong(Violation::from)).toList();
  }

  private List<String> found() {
    List<String> found = new ArrayList<>();
    violations().forEach(one -> found.add(one.rule() + "/" + (one.goods() == null ? "-" : one.goods()) + " " + one.from() / MINUTE + "-"
        + (one.to() == null ? "" : one.to() / MINUTE)));
    return found.stream().sorted().collect(Collectors.toList());
  }
}
