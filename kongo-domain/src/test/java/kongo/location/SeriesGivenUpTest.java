package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kongo.location.LocationCommand.TakeReadings;
import kongo.rules.RuleBooks;
import kongo.violation.Decision;
import kongo.violation.Refusal;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** Section 9 of docs/semantics.md, with a retention of 100 ms and two series that may count. */
class SeriesGivenUpTest {

  private static final LocationSettings SETTINGS = new LocationSettings(100, 1_000).withSeries(2);
  private static final List<SeriesKey> KEYS = List.of(key("a"), key("b"), key("c"), key("d"));

  private LocationState hall = LocationState.empty("hall", new RuleIndex(RuleBooks.original()), SETTINGS);
  private final List<Integer> series = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();

  private static SeriesKey key(String sensor) {
    return new SeriesKey("temperature", sensor);
  }

  @Test
  void thatWasSilentForTheRetentionDoesNotCount() {
    read("a", 0);
    read("b", 50);
    read("c", 100);
    read("b", 100);
    read("c", 101);
    read("a", 102);
    read("b", 150);
    read("b", 150);
    read("d", 201);
    read("d", 202);
    read("a", 250);
    read("a", 303);
    for (int size = 1; size <= times.size(); size++) {
      hall = LocationState.empty("hall", new RuleIndex(RuleBooks.original()), SETTINGS);
      assertThat(refusedOf(size)).as("%d at once", size).containsExactly(2L, 5L, 8L, 10L);
    }
  }

  /** Also from the middle of it, and when the Location has come back from a snapshot. */
  @Test
  void isJudgedAsBeforeWhatIsDeliveredAgain() {
    thatWasSilentForTheRetentionDoesNotCount();
    for (int from = 0; from < times.size(); from++) {
      Decision<LocationEvent> again = decide(from, times.size());
      assertThat(again.event()).isEmpty();
      int first = from;
      assertThat(again.refusals()).extracting(Refusal::offset)
          .containsExactlyElementsOf(Stream.of(2L, 5L, 8L, 10L).filter(offset -> offset >= first).toList());
      assertThat(again.refusals()).allMatch(refusal -> refusal.reason() == Refusal.Reason.TOO_MANY_SERIES);
      hall = LocationState.restore("hall", new RuleIndex(RuleBooks.original()), SETTINGS, hall.snapshot());
    }
  }

  private void read(String sensor, long time) {
    series.add(KEYS.indexOf(key(sensor)));
    times.add(time);
  }

  private List<Long> refusedOf(int size) {
    List<Long> refused = new ArrayList<>();
    for (int from = 0; from < times.size(); from += size) {
      Decision<LocationEvent> decision = decide(from, Math.min(times.size(), from + size));
      decision.refusals().forEach(refusal -> refused.add(refusal.offset()));
      decision.event().ifPresent(event -> {
        hall.apply(hall.version() + 1, event);
        hall.effects(History.EMPTY);
      });
    }
    return refused;
  }

  private Decision<LocationEvent> decide(int from, int to) {
    long[] offsets = IntStream.range(from, to).mapToLong(i -> i).toArray();
    return hall.decide(
        new TakeReadings(
            ReadingBatch.ofOriginals(
                new Source("sensors", 0), KEYS, series.subList(from, to).stream().mapToInt(i -> i).toArray(),
                times.subList(from, to).stream().mapToLong(time -> time).toArray(), new double[to - from], offsets, offsets)),
        History.EMPTY);
  }
}
