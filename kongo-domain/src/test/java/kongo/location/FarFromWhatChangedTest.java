package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kongo.location.LocationCommand.TakeReadings;
import kongo.rules.RuleBooks;
import kongo.violation.Revision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** Several readings of one batch change several places of a series: what lies behind them stays as it is. */
class FarFromWhatChangedTest {

  private static final long MINUTE = 60_000;

  private final LocationState hall = LocationState.empty(
      "hall",
      new RuleIndex(RuleBooks.parse(
          "rules { steady { metric = rate.temperature, max = 30, subject = LOCATION, hold = 20m, merge = 40m } }", "test")),
      new LocationSettings(Long.MAX_VALUE, 100));
  private long offset;

  @Test
  void anExcursionJustTooFarAwayToBeOneWithAnotherIsNotRetractedWithIt() {
    assertThat(read(new long[] {70, 111, 121}, 0, 0, 10)).containsExactly("121 OPEN");

    assertThat(read(new long[] {60, 80}, -10, 0)).containsExactly("70 CLOSED");
  }

  private List<String> read(long[] minutes, double... values) {
    int size = minutes.length;
    long[] times = IntStream.range(0, size).mapToLong(i -> minutes[i] * MINUTE).toArray();
    long[] offsets = IntStream.range(0, size).mapToLong(i -> ++offset).toArray();
    ReadingBatch batch = ReadingBatch.ofOriginals(
        new Source("sensors", 0), List.of(new SeriesKey("temperature", "s")), new int[size], times, values, offsets, times);
    List<String> revised = new ArrayList<>();
    hall.decide(new TakeReadings(batch), History.EMPTY).event().ifPresent(event -> {
      hall.apply(hall.version() + 1, event);
      for (Revision revision : hall.effects(History.EMPTY)) {
        revised.add(revision.violation().from() / MINUTE + " " + revision.violation().status());
      }
    });
    return revised;
  }
}
