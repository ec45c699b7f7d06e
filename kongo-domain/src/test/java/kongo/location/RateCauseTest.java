package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.location.LocationCommand.TakeReadings;
import kongo.rules.RuleBooks;
import kongo.violation.Revision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** The record that is told as the cause of a violation of a rate is the reading, though its metric has another name. */
class RateCauseTest {

  private static final long MINUTE = 60_000;
  private static final SeriesKey HUMIDITY = new SeriesKey("humidity", "s");
  private static final SeriesKey TEMPERATURE = new SeriesKey("temperature", "s");

  private final LocationState hall =
      LocationState.empty(
          "hall",
          new RuleIndex(RuleBooks.parse("rules { calm { metric = rate.temperature, max = 6, subject = LOCATION } }", "test")),
          new LocationSettings(Long.MAX_VALUE, 100));

  @Test
  void theCauseIsTheReadingThatBreaksIt() {
    ReadingBatch batch =
        ReadingBatch.ofOriginals(
            new Source("sensors", 0), List.of(HUMIDITY, TEMPERATURE), new int[] {0, 1, 0, 1, 0},
            new long[] {0, 0, MINUTE, 10 * MINUTE, 20 * MINUTE}, new double[] {50, 5, 50, 8, 50},
            new long[] {100, 101, 102, 103, 104}, new long[] {0, 0, 0, 0, 0});

    hall.apply(1, hall.decide(new TakeReadings(batch), History.EMPTY).event().orElseThrow());
    List<Revision> revisions = hall.effects(History.EMPTY);

    assertThat(revisions).hasSize(1);
    assertThat(revisions.get(0).violation().id()).isEqualTo("hall/calm/hall/s/" + 10 * MINUTE);
    assertThat(revisions.get(0).violation().metric()).isEqualTo("rate.temperature");
    assertThat(revisions.get(0).violation().worst()).isEqualTo(18);
    assertThat(revisions.get(0).cause().offset()).isEqualTo(103);
  }
}
