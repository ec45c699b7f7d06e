package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Decision;
import kongo.violation.Revision;
import kongo.violation.Source;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

/** A Location keeps what can still change, and what goes on. */
class BooksTest {

  private static final long HOUR = 3_600_000;
  private static final long RETENTION = 24 * HOUR;
  private static final Source RFID = new Source("rfid", 0);

  private static final RuleBook NEVER_EMPTY =
      RuleBooks.parse("rules { never-empty { metric = load.count, min = 1, at = TRUCK, subject = LOCATION } }", "test");

  private LocationState truck = empty();
  private final List<Revision> published = new ArrayList<>();
  private long version;

  private static LocationState empty() {
    return LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(RETENTION, 100));
  }

  @Test
  void whoLeftLongAgoIsForgotten() {
    visitors(0, 200);
    int young = truck.snapshot().goods().size();
    visitors(200, 5_000);

    assertThat(truck.snapshot().goods()).hasSizeLessThanOrEqualTo(young);
    assertThat(truck.report(History.EMPTY).completeFrom()).isGreaterThan(4_900 * HOUR);
  }

  @Test
  void ofAGoodsThatComesBackAfterItWasForgottenNoWordIsMissing() {
    say(word("keg", 2, 0, Long.MIN_VALUE, Opening.NEVER, 5, stay(HOUR, 2 * HOUR)));
    say(word("keg", 4, 2, 3 * HOUR, 2 * HOUR, 5, stay(3 * HOUR, 4 * HOUR)));
    visitors(10, 200);
    assertThat(goods("keg")).isEmpty();

    say(word("keg", 6, 4, 200 * HOUR, 4 * HOUR, 5, stay(200 * HOUR, Stay.OPEN)));

    assertThat(goods("keg")).hasValueSatisfying(keg -> {
      assertThat(keg.complete()).isEqualTo(6);
      assertThat(keg.ahead()).isEmpty();
    });
  }

  @Test
  void aWordThatIsMissingIsNotTakenForHeardThoughBooksAreClosed() {
    visitors(0, 100);

    assertThat(unheard(word("keg", 4, 2, 99 * HOUR, 98 * HOUR, 5, stay(99 * HOUR, Stay.OPEN)))).containsExactly("keg");
    assertThat(goods("keg")).isEmpty();
  }

  @Test
  void anOlderWordThatComesAfterAStayWasTakenBackIsNotKeptForEver() {
    visitors(0, 100);
    GoodsAt takenBack = word("keg", 5, 0, 99 * HOUR, Opening.NEVER, 5);
    GoodsAt ofItself = word("keg", 4, 4, Stay.OPEN, Stay.OPEN, 5);

    assertThat(unheard(takenBack)).isEmpty();
    assertThat(unheard(ofItself)).containsExactly("keg");
    assertThat(goods("keg")).isEmpty();
    assertThat(unheard(takenBack)).as("everything again").isEmpty();
  }

  @Test
  void anAlarmThatGoesOnEndsAsWhatItBegan() {
    place(100);
    say(word("barrel", 1, 0, Long.MIN_VALUE, Opening.NEVER, 150, stay(HOUR, Stay.OPEN)));
    visitors(2, 200);

    say(word("barrel", 2, 1, HOUR, Opening.NEVER, 150, stay(HOUR, 200 * HOUR)));

    assertThat(published).extracting(one -> one.violation().id()).containsOnly("truck-1/overload/truck-1/-/" + HOUR);
    assertThat(published.get(published.size() - 1).violation().status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void whatIsRestoredGoesOnAlike() {
    place(100);
    say(word("barrel", 1, 0, Long.MIN_VALUE, Opening.NEVER, 150, stay(HOUR, Stay.OPEN)));
    visitors(2, 100);
    truck = LocationState.restore("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(RETENTION, 100), truck.snapshot());
    visitors(100, 200);

    say(word("barrel", 2, 1, HOUR, Opening.NEVER, 150, stay(HOUR, 200 * HOUR)));

    assertThat(published).extracting(one -> one.violation().id()).containsOnly("truck-1/overload/truck-1/-/" + HOUR);
  }

  /** A truck that was loaded when nobody said that it may carry less. */
  @Test
  void whatIsHeardOfLateIsJudgedFromWhatIsKept() {
    say(word("barrel", 1, 0, Long.MIN_VALUE, Opening.NEVER, 150, stay(HOUR, Stay.OPEN)));
    visitors(2, 200);

    place(100);

    assertThat(published).hasSize(1);
    assertThat(published.get(0).violation().status()).isEqualTo(Status.OPEN);
    assertThat(published.get(0).violation().from()).isBetween(150 * HOUR, 200 * HOUR);
  }

  @Test
  void whatIsHeardOfLateIsOneWithWhatFollowsCloselyAndGoesOn() {
    RuleBook crowded = RuleBooks.parse("rules { crowded { metric = load.count, max = 1, subject = LOCATION, merge = 2h } }", "test");
    truck = LocationState.empty("truck-1", new RuleIndex(crowded), new LocationSettings(RETENTION, 100));
    say(word("barrel", 1, 0, Long.MIN_VALUE, Opening.NEVER, 1, stay(HOUR, 200 * HOUR)));
    say(word("barrel", 2, 1, 200 * HOUR, Opening.NEVER, 1, stay(HOUR, 200 * HOUR), stay(201 * HOUR, Stay.OPEN)));

    say(word("keg", 1, 0, Long.MIN_VALUE, Opening.NEVER, 1, stay(50 * HOUR, Stay.OPEN)));

    assertThat(published).hasSize(1);
    assertThat(published.get(0).violation().from()).isBetween(50 * HOUR + 1, 200 * HOUR);
    assertThat(published.get(0).violation().status()).isEqualTo(Status.OPEN);

    say(word("keg", 2, 1, 300 * HOUR, Opening.NEVER, 1, stay(50 * HOUR, 300 * HOUR)));
    assertThat(published).extracting(one -> one.violation().id()).containsOnly(published.get(0).violation().id());
    assertThat(published.get(published.size() - 1).violation().status()).isEqualTo(Status.CLOSED);
  }

  /** That a place is empty is known only of one where somebody was. */
  @Test
  void aPlaceThatWasLeftBeforeBooksWereClosedIsKnownToBeEmpty() {
    truck = LocationState.empty("truck-1", new RuleIndex(NEVER_EMPTY), new LocationSettings(RETENTION, 100));
    visitors(0, 2);
    readings(200 * HOUR, 300 * HOUR);

    place(100);

    assertThat(published).extracting(one -> one.violation().rule()).containsExactly("never-empty");
  }

  @Test
  void whatEndedBeforeBooksWereClosedStaysAsItWasPublished() {
    say(word("milk", 1, 0, Long.MIN_VALUE, List.of("T2"), stay(HOUR, Stay.OPEN)));
    reading(2 * HOUR, 9);
    reading(3 * HOUR, 5);
    readings(100 * HOUR, 200 * HOUR);
    assertThat(published).extracting(one -> one.violation().status()).containsExactly(Status.OPEN, Status.CLOSED);
    published.clear();

    say(word("milk", 2, 1, Stay.OPEN, List.of("T3"), stay(HOUR, Stay.OPEN)));

    assertThat(published).extracting(one -> one.violation().from()).allMatch(from -> from >= 100 * HOUR);
  }

  private void readings(long... times) {
    for (long time : times) {
      reading(time, 5);
    }
  }

  private void reading(long time, double value) {
    ReadingBatch one =
        ReadingBatch.ofOriginals(
            new Source("sensors", 0), List.of(new SeriesKey("temperature", "")), new int[] {0}, new long[] {time},
            new double[] {value}, new long[] {time}, new long[] {time});
    take(new TakeReadings(one));
  }

  /** One an hour, for an hour; they weigh nothing. */
  private void visitors(int from, int to) {
    IntStream.range(from, to).forEach(
        i -> say(word("visitor-" + i, 1, 0, Long.MIN_VALUE, Opening.NEVER, 0, stay(i * HOUR, (i + 1) * HOUR))));
  }

  private void place(int maxWeight) {
    PlaceProfile profile = new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), maxWeight);
    TakePlace command = new TakePlace(new PlaceAt(++version, Timeline.always(profile), RFID.cause(version, version)));
    take(command);
  }

  private void say(GoodsAt word) {
    take(new TakeGoods(List.of(word)));
  }

  private void take(LocationCommand command) {
    truck.decide(command, History.EMPTY).event().ifPresent(event -> {
      truck.apply(++version, event);
      published.addAll(truck.effects(History.EMPTY));
    });
  }

  /** The Goods that have to say everything again when this has been said; whether the truck is one nobody has said. */
  private List<String> unheard(GoodsAt word) {
    TakeGoods command = new TakeGoods(List.of(word));
    take(command);
    return truck.reply(command, Decision.none()).unheard().stream().map(Unheard::goods).filter(goods -> !goods.equals("truck-1")).toList();
  }

  private Optional<GoodsHere> goods(String id) {
    return truck.snapshot().goods().stream().filter(one -> one.goods().equals(id)).findFirst();
  }

  private static GoodsAt word(
      String id, long version, long previous, long from, long earlierTo, int weight, Stay... stays) {
    return word(id, version, previous, from, earlierTo, new GoodsProfile(weight, List.of("BULKY"), GoodsProfile.NEVER), stays);
  }

  private static GoodsAt word(String id, long version, long previous, long from, List<String> categories, Stay... stays) {
    return word(id, version, previous, from, Opening.NEVER, new GoodsProfile(1, categories, GoodsProfile.NEVER), stays);
  }

  private static GoodsAt word(
      String id, long version, long previous, long from, long earlierTo, GoodsProfile profile, Stay... stays) {
    return new GoodsAt(id, version, previous, from, earlierTo, Timeline.always(profile), List.of(stays), Expiry.UNKNOWN, RFID.cause(version, version));
  }

  private static Stay stay(long from, long to) {
    return new Stay("truck-1", PlaceType.TRUCK, from, to);
  }
}
