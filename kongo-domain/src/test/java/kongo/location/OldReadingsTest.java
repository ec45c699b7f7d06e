package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Decision;
import kongo.violation.Refusal;
import kongo.violation.Revision;
import kongo.violation.Source;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

/** Which rows of its journal a Location needs; those before are deleted at once, and asking for one fails. */
class OldReadingsTest {

  private static final long HOUR = 3_600_000;
  private static final long MINUTE = 60_000;
  private static final int WARM = 9;
  private static final int COOL = 5;
  private static final LocationSettings SETTINGS = new LocationSettings(24 * HOUR, 24 * HOUR, 4, 10, 10, 16, 16);

  private LocationState truck = LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), SETTINGS);
  private final List<LocationEvent> rows = new ArrayList<>();
  private final List<Revision> published = new ArrayList<>();

  @Test
  void untilBooksAreClosedAllAreNeeded() {
    milk();
    hourly(1, 20, COOL);

    assertThat(truck.firstRowNeeded()).isEqualTo(1);
  }

  @Test
  void rowsFromBeforeTheHorizonAreNotNeeded() {
    hourly(1, 1_000, COOL);

    assertThat(truck.firstRowNeeded()).isBetween(900L, 976L);
    assertThat(truck.snapshot().chunks()).allMatch(chunk -> chunk.rows().first() >= truck.firstRowNeeded());
  }

  @Test
  void aLateReadingCorrectsWhatItShould() {
    milk();
    hourly(1, 1_000, COOL);

    take(985 * HOUR + HOUR / 2, 5_000, WARM);

    assertThat(published).extracting(one -> one.violation().from()).containsExactly(985 * HOUR + HOUR / 2);
    assertThat(published).extracting(one -> one.violation().to()).containsExactly(986 * HOUR);
  }

  @Test
  void anExcursionThatGoesOnKeepsItsRowsFromItsBeginningOn() {
    milk();
    hourly(1, 100, COOL);
    hourly(100, 400, WARM);
    assertThat(truck.firstRowNeeded()).isBetween(80L, 100L);

    take(400 * HOUR, 400, COOL);

    Revision end = published.get(published.size() - 1);
    assertThat(end.violation().status()).isEqualTo(Status.CLOSED);
    assertThat(end.violation().from()).isEqualTo(100 * HOUR);
    assertThat(end.violation().count()).isEqualTo(300);
    hourly(401, 600, COOL);
    assertThat(truck.firstRowNeeded()).isGreaterThan(500);
  }

  @Test
  void aReadingThatIsDeliveredAgainIsKnownThoughItsRowIsDeleted() {
    hourly(1, 1_000, COOL);
    assertThat(truck.firstRowNeeded()).isGreaterThan(900);

    for (long hour = 1; hour < 1_000; hour++) {
      Decision<LocationEvent> again = decide(reading(hour * HOUR, hour, COOL));
      assertThat(again.event()).isEmpty();
      assertThat(again.refusals()).isEmpty();
      assertThat(again.duplicates()).isEqualTo(1);
    }
  }

  @Test
  void anotherReadingOfThatTimeIsTooLate() {
    hourly(1, 1_000, COOL);

    Decision<LocationEvent> late = decide(reading(HOUR, 5_000, COOL));

    assertThat(late.refusals()).extracting(Refusal::reason).containsExactly(Refusal.Reason.TOO_LATE);
    assertThat(late.duplicates()).isZero();
  }

  @Test
  void whoComesBackFromASnapshotNeedsTheSame() {
    milk();
    hourly(1, 300, COOL);
    hourly(300, 500, WARM);
    long needed = truck.firstRowNeeded();

    truck = LocationState.restore("truck-1", new RuleIndex(RuleBooks.original()), SETTINGS, truck.snapshot());

    assertThat(truck.firstRowNeeded()).isEqualTo(needed);
    take(500 * HOUR, 500, COOL);
    assertThat(published.get(published.size() - 1).violation().from()).isEqualTo(300 * HOUR);
  }

  @Test
  void whatIsFoundOnlyWhenRowsAreForgottenEndsWithItsBeginningThoughMemoryShrinks() {
    RuleBook warmth = RuleBooks.parse("rules { warm { metric = temperature, max = maxWeight, subject = LOCATION } }", "a book");
    truck = LocationState.empty("truck-1", new RuleIndex(warmth), new LocationSettings(24 * HOUR, 24 * HOUR, 1_000, 10, 10, 16, 16));
    hourly(1, 100, WARM);
    assertThat(truck.firstRowNeeded()).isGreaterThan(50);
    PlaceProfile seven = new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), 7_000);
    take(new TakePlace(new PlaceAt(1, Timeline.always(seven), new Source("registry", 0).cause(1, 1))));

    truck.keepReadings(4);
    hourly(100, 102, WARM);
    take(102 * HOUR, 102, COOL);

    assertThat(published).extracting(one -> one.violation().status()).containsExactly(Status.OPEN, Status.CLOSED);
    assertThat(published).extracting(one -> one.violation().from()).containsOnly(published.get(0).violation().from());
  }

  @Test
  void theLastReadingOfASilentSensorCountsThoughItsRowIsForgottenAndOthersFollow() {
    truck = LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(24 * HOUR, 24 * HOUR, 4, 10, 10, 16, 100));
    take(reading("silent", 10 * HOUR - MINUTE, 1, WARM));
    hourly(10, 36, COOL);
    take(35 * HOUR + MINUTE, 90, COOL);
    take(35 * HOUR + 2 * MINUTE, 91, COOL);
    assertThat(truck.firstRowNeeded()).isGreaterThan(1);
    milk(10 * HOUR + 15 * MINUTE);

    take(reading("silent", 11 * HOUR + 20 * MINUTE, 92, WARM));
    take(36 * HOUR, 93, COOL);
    take(37 * HOUR, 94, COOL);
    take(reading("silent", 14 * HOUR, 95, COOL));

    assertThat(published).extracting(one -> one.violation().from()).containsOnly(10 * HOUR + 15 * MINUTE);
    Revision end = published.get(published.size() - 1);
    assertThat(end.violation().to()).isEqualTo(12 * HOUR + 50 * MINUTE);
    assertThat(end.violation().count()).isEqualTo(2);
  }

  private void milk() {
    milk(HOUR);
  }

  private void milk(long from) {
    Stay stay = new Stay("truck-1", PlaceType.TRUCK, from, Stay.OPEN);
    GoodsProfile profile = new GoodsProfile(1, List.of("T2"), GoodsProfile.NEVER);
    Source rfid = new Source("rfid", 0);
    GoodsAt word = new GoodsAt("milk", 1, 0, Long.MIN_VALUE, Opening.NEVER, Timeline.always(profile), List.of(stay), Expiry.UNKNOWN, rfid.cause(1, 1));
    take(new TakeGoods(List.of(word)));
  }

  private void hourly(long first, long end, double value) {
    LongStream.range(first, end).forEach(hour -> take(hour * HOUR, hour, value));
  }

  private void take(long time, long offset, double value) {
    take(reading(time, offset, value));
  }

  private static TakeReadings reading(long time, long offset, double value) {
    return reading("", time, offset, value);
  }

  private static TakeReadings reading(String sensor, long time, long offset, double value) {
    return new TakeReadings(
        ReadingBatch.ofOriginals(
            new Source("sensors", 0), List.of(new SeriesKey("temperature", sensor)), new int[] {0}, new long[] {time},
            new double[] {value}, new long[] {offset}, new long[] {time}));
  }

  private Decision<LocationEvent> decide(LocationCommand command) {
    return withRows(history -> truck.decide(command, history));
  }

  private void take(LocationCommand command) {
    decide(command).event().ifPresent(event -> {
      truck.apply(rows.size() + 1L, event);
      published.addAll(withRows(truck::effects));
      rows.add(event);
    });
  }

  private <T> T withRows(Function<History, T> question) {
    History history = History.EMPTY;
    while (true) {
      try {
        return question.apply(history);
      } catch (HistoryMissing missing) {
        history = history.plus(missing.rows(), missing.rows().stream().flatMap(range -> read(range).stream()).toList());
      }
    }
  }

  private List<ReadingsAccepted> read(SequenceRange range) {
    assertThat(range.first()).as("a row that is deleted").isGreaterThanOrEqualTo(truck.firstRowNeeded());
    return rows.subList((int) range.first() - 1, (int) range.last()).stream()
        .flatMap(row -> row instanceof ReadingsAccepted readings ? Optional.of(readings).stream() : Optional.<ReadingsAccepted>empty().stream())
        .toList();
  }
}
