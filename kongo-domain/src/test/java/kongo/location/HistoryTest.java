package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Revision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** What a Location reads of its own journal when its memory does not reach far enough back. */
class HistoryTest {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final Source SENSORS = new Source("sensors", 0);
  private static final int HOURS = 200;

  private final LocationState truck =
      LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(30 * DAY, 1));
  private final List<LocationEvent> journal = new ArrayList<>();
  private int rounds;
  private int read;

  @Test
  void aLongLookBackTakesFewRounds() {
    for (int hour = 0; hour < HOURS; hour++) {
      measure(hour, hour % 2 == 0 ? 20 : 5);
    }

    List<Revision> revisions = arrive(new Stay("truck-1", PlaceType.TRUCK, 0, Stay.OPEN));

    assertThat(revisions).hasSize(HOURS / 2);
    assertThat(rounds).isLessThan(10);
  }

  @Test
  void aShortLookBackReadsLittle() {
    for (int hour = 0; hour < HOURS; hour++) {
      measure(hour, hour % 2 == 0 ? 20 : 5);
    }

    List<Revision> revisions = arrive(new Stay("truck-1", PlaceType.TRUCK, 10 * HOUR, 12 * HOUR));

    assertThat(revisions).hasSize(1);
    assertThat(read).isLessThan(10);
  }

  @Test
  void aGoodsThatLeavesAfterALongCalmStayNeedsNothingOld() {
    say(1, new Stay("truck-1", PlaceType.TRUCK, 0, Stay.OPEN));
    for (int hour = 0; hour < HOURS; hour++) {
      measure(hour, 5);
    }

    List<Revision> revisions = say(2, new Stay("truck-1", PlaceType.TRUCK, 0, (HOURS - 1) * HOUR + 1));

    assertThat(revisions).isEmpty();
    assertThat(read).isZero();
  }

  private void measure(int hour, double value) {
    take(new TakeReadings(
        ReadingBatch.ofOriginals(
            SENSORS, List.of(new SeriesKey("temperature", "s1")), new int[] {0}, new long[] {hour * HOUR},
            new double[] {value}, new long[] {hour}, new long[] {hour * HOUR})));
  }

  private List<Revision> arrive(Stay stay) {
    return say(1, stay);
  }

  private List<Revision> say(long version, Stay stay) {
    rounds = 0;
    read = 0;
    GoodsProfile chilled = new GoodsProfile(1, List.of("T2"), GoodsProfile.NEVER);
    return take(new TakeGoods(List.of(GoodsAt.whole("goods-1", version, chilled, List.of(stay), Expiry.UNKNOWN, SENSORS.cause(1, 1)))));
  }

  private List<Revision> take(LocationCommand command) {
    Optional<LocationEvent> event = truck.decide(command, History.EMPTY).event();
    journal.add(event.orElseThrow());
    truck.apply(journal.size(), event.orElseThrow());
    return effects();
  }

  private List<Revision> effects() {
    History history = History.EMPTY;
    while (true) {
      try {
        return truck.effects(history);
      } catch (HistoryMissing missing) {
        history = history.plus(missing.rows(), rows(missing.rows()));
      }
    }
  }

  private List<ReadingsAccepted> rows(List<SequenceRange> ranges) {
    rounds++;
    read += ranges.size();
    return ranges.stream()
        .flatMap(range -> journal.subList((int) range.first() - 1, (int) range.last()).stream())
        .map(ReadingsAccepted.class::cast)
        .toList();
  }
}
