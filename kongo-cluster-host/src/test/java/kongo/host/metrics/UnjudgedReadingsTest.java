package kongo.host.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.entity.AnswerLimit;
import kongo.entity.BookNews;
import kongo.entity.LocationMachine;
import kongo.location.Backlog;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.ReadingBatch;
import kongo.location.RuleIndex;
import kongo.location.SeriesKey;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

class UnjudgedReadingsTest {

  private static final Source SOURCE = new Source("sensors", 0);
  private static final List<String> METRICS = List.of("temperature", "Temperature", "humidity");

  private RuleHistory books = RuleHistory.of(RuleBooks.shipped());
  private final UnjudgedReadings unjudged = new UnjudgedReadings(new VocabulariesHere(() -> books));
  private final LocationMachine machine =
      new LocationMachine(
          LocationState.empty("w", new RuleIndex(RuleBooks.shipped()), new LocationSettings(1_000_000, 100)), AnswerLimit.NONE, BookNews.NONE, Backlog.NONE, () -> 100, unjudged);

  private void take(LocationCommand command) {
    Decision<LocationEvent> decision = machine.decide(command);
    decision.event().ifPresent(event -> machine.apply(machine.version() + 1, event));
    machine.reply(command, decision);
  }

  /** One reading after the other; the number of the metric of each. */
  private static TakeReadings readings(long offset, int... metrics) {
    long[] offsets = IntStream.range(0, metrics.length).mapToLong(i -> offset + 2L * i).toArray();
    double[] values = IntStream.range(0, metrics.length).mapToDouble(i -> 5).toArray();
    List<SeriesKey> series = METRICS.stream().map(metric -> new SeriesKey(metric, "s")).toList();
    return new TakeReadings(ReadingBatch.ofOriginals(SOURCE, series, metrics, offsets, values, offsets, offsets));
  }

  @Test
  void countsReadingsOfMetricsThatNoRuleNames() {
    take(readings(1_000, 0, 1, 2, 1));
    assertThat(unjudged.ofUnknownMetrics()).isEqualTo(2);
    take(readings(2_000, 1));
    assertThat(unjudged.ofUnknownMetrics()).isEqualTo(3);
  }

  @Test
  void goesByTheBookInForceAtTheTimeOfTheReading() {
    books = books.and(0, 1_002, RuleBooks.parse("rules { odd { metric = Temperature, max = 8, for = [T2] } }", "test"));
    take(readings(1_000, 1, 1, 0, 1));
    assertThat(unjudged.ofUnknownMetrics()).as("Temperature before it, temperature from it on").isEqualTo(2);
  }

  @Test
  void countsOnlyWhatIsNew() {
    take(readings(1_000, 1, 0));
    take(readings(1_000, 1, 0, 1));
    assertThat(unjudged.ofUnknownMetrics()).isEqualTo(2);
    assertThat(unjudged.atUnregisteredPlaces()).isEqualTo(3);
    take(readings(1_000, 1, 0, 1));
    assertThat(unjudged.ofUnknownMetrics()).as("a repetition").isEqualTo(2);
    assertThat(unjudged.atUnregisteredPlaces()).isEqualTo(3);
  }

  @Test
  void countsReadingsAtAPlaceUntilItIsRegistered() {
    take(readings(1_000, 0, 2));
    assertThat(unjudged.ofUnknownMetrics()).isZero();
    assertThat(unjudged.atUnregisteredPlaces()).isEqualTo(2);
    take(new TakePlace(new PlaceAt(1, Timeline.always(new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), 0)), cause())));
    take(readings(2_000, 0));
    assertThat(unjudged.atUnregisteredPlaces()).isEqualTo(2);
  }

  private static Cause cause() {
    return SOURCE.cause(1, 1);
  }
}
