package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.History;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.ReadingBatch;
import kongo.location.RuleIndex;
import kongo.location.SeriesKey;
import kongo.location.Turns;
import kongo.reference.PlaceByPlace;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Cause;
import kongo.violation.Correction;
import kongo.violation.Source;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** A Location of which there is nothing but a snapshot. */
class LocationReaderTest {

  private static final long DAY = 86_400_000;
  private static final long NOW = 1_795_229_400_000L;
  private static final RuleBook BOOK =
      RuleBooks.parse("rules { place { metric = heat, max = 8, subject = LOCATION, hold = 1h } }", "test");

  private final LocationState place =
      LocationState.empty("g", new RuleIndex(BOOK), new LocationSettings(30 * DAY, 30 * DAY, 100, 10, 10, 16, 10));
  private long offset;

  @Test
  void aSnapshotSaysWhichReadingsNameAGoods() {
    read(false, Correction.ORIGINAL, 10, 9);
    assertThat(violations()).hasSize(1);
    read(true, Correction.ORIGINAL, 20, 9);
    assertThat(violations()).as("it is a Goods' own place").isEmpty();
    read(false, new Correction(1, false), 20, 9);
    assertThat(violations()).as("what counts names none").hasSize(1);
    read(true, new Correction(2, false), 10, 9);
    assertThat(violations()).as("what counts names one").isEmpty();
  }

  @Test
  void aReadingThatIsForgottenHasNamedAGoodsAllTheSame() {
    read(true, Correction.ORIGINAL, 0, 9);
    for (int day = 1; day < 200; day++) {
      read(false, Correction.ORIGINAL, day * DAY, 9);
    }
    assertThat(place.snapshot().byGoods().series()).as("turns that are kept").isEmpty();
    assertThat(violations()).isEmpty();
  }

  @Test
  void timeIsProvenByMovesThatAreFoldedAndNotByThoseThatGoodsStillHave() {
    read(false, Correction.ORIGINAL, 10, 5);
    Stay stay = new Stay("g", PlaceType.WAREHOUSE, NOW + 20, NOW + 30);
    take(new TakeGoods(List.of(GoodsAt.whole("milk", 1, new GoodsProfile(1, List.of(), GoodsProfile.NEVER), List.of(stay), Expiry.UNKNOWN, new Cause("rfid", 0, 1, 1)))));

    assertThat(clock(Opening.NEVER)).isEqualTo(NOW + 10);
    assertThat(clock(NOW + 30)).isEqualTo(NOW + 20);
    assertThat(clock(NOW + 31)).isEqualTo(NOW + 30);
  }

  private long clock(long foldedBefore) {
    List<Long> clocks = new ArrayList<>();
    LocationReader reader = new LocationReader(read -> clocks.add(read.clock(id -> foldedBefore)));
    reader.begin(place.version(), place.snapshot());
    reader.end();
    return clocks.get(0);
  }

  private void read(boolean byGoods, Correction correction, long time, double value) {
    ReadingBatch batch = new ReadingBatch(
        new Source("kongo.sensors", 0), List.of(new SeriesKey("heat", "s")), new int[] {0}, new long[] {NOW + time},
        new double[] {value}, new long[] {++offset}, new long[] {NOW + time}, Correction.sparse(new int[] {correction.code()}),
        Turns.of(new boolean[] {byGoods}));
    take(new TakeReadings(batch));
  }

  private void take(LocationCommand command) {
    place.decide(command, History.EMPTY).event().ifPresent(event -> place.apply(place.version() + 1, event));
    place.effects(History.EMPTY);
  }

  private List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    RuleHistory history = RuleHistory.of(BOOK);
    LocationReader reader = new LocationReader(read -> found.addAll(
        new PlaceByPlace(PlaceByPlace.settling(history), Duration.ZERO).excursions(history, "g", read.measured(), read.clock(id -> Opening.NEVER), read.namesGoods())));
    reader.begin(place.version(), place.snapshot());
    reader.end();
    return found;
  }
}
