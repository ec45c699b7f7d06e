package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import kongo.location.LocationCommand.TakeReadings;
import kongo.rules.RuleBooks;
import kongo.violation.Decision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** Most Locations wait for their next event most of the time: what they keep until then, a node keeps ten thousand times. */
class IdleLocationTest {

  private static final long DAY = 86_400_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LocationState location =
      LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(30 * DAY, 100));

  @Test
  void keepsNeitherItsLastCommandNorItsLastEvent() throws InterruptedException {
    TakeReadings command = reading();
    Decision<LocationEvent> decision = location.decide(command, History.EMPTY);
    LocationEvent event = decision.event().orElseThrow();
    location.apply(1, event);
    location.effects(History.EMPTY);
    assertThat(location.reply(command, decision).duplicates()).isZero();

    WeakReference<?> batch = new WeakReference<>(command.batch());
    WeakReference<?> row = new WeakReference<>(event);
    command = null;
    event = null;
    decision = null;
    collect(batch);
    collect(row);

    assertThat(batch.refersTo(null)).as("the batch is gone").isTrue();
    assertThat(row.refersTo(null)).as("the event is gone").isTrue();
    assertThat(location.report(History.EMPTY).latest()).hasSize(1);
  }

  private static TakeReadings reading() {
    Source sensors = new Source("sensors", 0);
    List<SeriesKey> series = List.of(new SeriesKey("temperature", "s1"));
    long[] one = {1};
    return new TakeReadings(ReadingBatch.ofOriginals(sensors, series, new int[] {0}, one, new double[] {5}, one, one));
  }

  private static void collect(WeakReference<?> gone) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!gone.refersTo(null) && System.nanoTime() < end) {
      System.gc();
      Thread.sleep(10);
    }
  }
}
