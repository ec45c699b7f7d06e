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
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.registry.GoodsProfile;
import kongo.registry.Timeline;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Correction;
import kongo.violation.Decision;
import kongo.violation.Refusal;
import kongo.violation.Revision;
import kongo.violation.Source;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** Readings that are corrected or void at a Location with four readings in memory, and Goods that may not be above 8 degrees. */
class CorrectionsTest {

  private static final long HOUR = 3_600_000;
  private static final int WARM = 9;
  private static final int COOL = 5;
  private static final Correction ORIGINAL = Correction.ORIGINAL;
  private static final LocationSettings SETTINGS = new LocationSettings(24 * HOUR, 24 * HOUR, 4, 10, 10, 16, 16);
  private static final RuleIndex RULES = new RuleIndex(RuleBooks.original());

  private LocationState truck = LocationState.empty("truck-1", RULES, SETTINGS);
  private final List<LocationEvent> rows = new ArrayList<>();
  private final List<Revision> published = new ArrayList<>();
  private int rowsRead;

  @Test
  void aCorrectedValueTakesTheViolationBack() {
    milk();
    take(HOUR, 1, WARM, ORIGINAL);
    assertThat(last().status()).isEqualTo(Status.OPEN);

    take(HOUR, 2, COOL, new Correction(1, false));
    assertThat(last().status()).isEqualTo(Status.RETRACTED);
  }

  @Test
  void oneThatIsOnlyInTheJournalIsCorrected() {
    milk();
    hourly(1, 20, COOL);
    assertThat(published).isEmpty();

    take(5 * HOUR, 100, WARM, new Correction(1, false));
    assertThat(rowsRead).isPositive();
    assertThat(last().from()).isEqualTo(5 * HOUR);
    assertThat(last().to()).isEqualTo(6 * HOUR);

    take(5 * HOUR, 101, 0, new Correction(2, true));
    assertThat(last().status()).isEqualTo(Status.RETRACTED);
  }

  @Test
  void whenTheLastOneIsVoidTheOneBeforeGoesOn() {
    milk();
    take(HOUR, 1, WARM, ORIGINAL);
    take(4 * HOUR, 2, COOL, ORIGINAL);
    assertThat(last().status()).isEqualTo(Status.CLOSED);

    take(4 * HOUR, 3, 0, new Correction(1, true));
    assertThat(last().status()).isEqualTo(Status.OPEN);
    assertThat(last().from()).isEqualTo(HOUR);
  }

  @Test
  void whenAllInMemoryAreVoidTheLastOneIsFoundInTheJournal() {
    milk();
    take(HOUR, 1, WARM, ORIGINAL);
    hourly(4, 20, COOL);
    assertThat(last().status()).isEqualTo(Status.CLOSED);

    for (long hour = 19; hour >= 4; hour--) {
      take(hour * HOUR, 200 - hour, 0, new Correction(1, true));
    }
    assertThat(last().status()).isEqualTo(Status.OPEN);
    assertThat(last().from()).isEqualTo(HOUR);
    assertThat(withRows(truck::report).latest()).extracting(Reading::time).containsExactly(HOUR);
  }

  @Test
  void whatConflictsIsRefusedHoweverOldAndAfterAnyRecovery() {
    hourly(1, 20, COOL);
    take(2 * HOUR, 50, WARM, new Correction(2, false));

    assertThat(take(2 * HOUR, 51, WARM, ORIGINAL).refusals())
        .containsExactly(new Refusal(51, Refusal.Reason.CONFLICT, Optional.of((double) COOL)));
    hourly(60, 100, COOL);
    truck = LocationState.restore("truck-1", RULES, SETTINGS, truck.snapshot());

    assertThat(decide(2 * HOUR, 51, WARM, ORIGINAL).refusals()).extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.CONFLICT);
    assertThat(decide(2 * HOUR, 50, WARM, new Correction(2, false)).duplicates()).isEqualTo(1);
    assertThat(decide(2 * HOUR, 2, COOL, ORIGINAL).duplicates()).isEqualTo(1);
    assertThat(decide(2 * HOUR, 300, COOL, new Correction(3, false)).refusals()).extracting(Refusal::reason)
        .containsExactly(Refusal.Reason.TOO_LATE);
  }

  @Test
  void aCorrectionOfWhatWasNeverHeardOfIsTaken() {
    milk();
    take(HOUR, 1, 0, new Correction(3, true));
    take(HOUR, 2, WARM, ORIGINAL);
    take(HOUR, 3, WARM, new Correction(2, false));
    assertThat(published).isEmpty();

    take(HOUR, 4, WARM, new Correction(4, false));
    assertThat(last().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void onlyWhatIsCorrectedIsKeptBesideTheReadings() {
    hourly(1, 3, COOL);
    assertThat(truck.snapshot().series().get(0).amended().times()).isEmpty();

    take(2 * HOUR, 10, WARM, new Correction(1, false));
    assertThat(truck.snapshot().series().get(0).amended().times()).containsExactly(2 * HOUR, 2 * HOUR);
    hourly(3, 30, COOL);
    assertThat(truck.snapshot().series().get(0).amended().times()).as("the journal has it").isEmpty();
  }

  private void milk() {
    Stay stay = new Stay("truck-1", PlaceType.TRUCK, 0, Stay.OPEN);
    GoodsProfile profile = new GoodsProfile(1, List.of("T2"), GoodsProfile.NEVER);
    Source rfid = new Source("rfid", 0);
    take(new TakeGoods(List.of(new GoodsAt(
        "milk", 1, 0, Long.MIN_VALUE, Opening.NEVER, Timeline.always(profile), List.of(stay), Expiry.UNKNOWN, rfid.cause(1, 1)))));
  }

  private Violation last() {
    return published.get(published.size() - 1).violation();
  }

  private void hourly(long first, long end, double value) {
    LongStream.range(first, end).forEach(hour -> take(hour * HOUR, hour, value, ORIGINAL));
  }

  private Decision<LocationEvent> take(long time, long offset, double value, Correction correction) {
    return take(reading(time, offset, value, correction));
  }

  private Decision<LocationEvent> decide(long time, long offset, double value, Correction correction) {
    return withRows(history -> truck.decide(reading(time, offset, value, correction), history));
  }

  private static TakeReadings reading(long time, long offset, double value, Correction correction) {
    return new TakeReadings(new ReadingBatch(
        new Source("sensors", 0), List.of(new SeriesKey("temperature", "")), new int[] {0}, new long[] {time},
        new double[] {value}, new long[] {offset}, new long[] {time}, new int[] {correction.code()}));
  }

  private Decision<LocationEvent> take(LocationCommand command) {
    Decision<LocationEvent> decision = withRows(history -> truck.decide(command, history));
    decision.event().ifPresent(event -> {
      truck.apply(rows.size() + 1L, event);
      published.addAll(withRows(truck::effects));
      rows.add(event);
    });
    return decision;
  }

  private <T> T withRows(Function<History, T> question) {
    History history = History.EMPTY;
    while (true) {
      try {
        return question.apply(history);
      } catch (HistoryMissing missing) {
        rowsRead += missing.rows().size();
        history = history.plus(missing.rows(), missing.rows().stream().flatMap(range -> read(range).stream()).toList());
      }
    }
  }

  private List<ReadingsAccepted> read(SequenceRange range) {
    return rows.subList((int) range.first() - 1, (int) range.last()).stream()
        .flatMap(row -> row instanceof ReadingsAccepted readings ? Optional.of(readings).stream() : Optional.<ReadingsAccepted>empty().stream())
        .toList();
  }
}
