package kongo.cluster;

import java.util.Arrays;
import java.util.function.Function;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent;
import kongo.location.ReadingBatch;
import kongo.violation.Decision;

/** A Location that counts a repeated reading as one more, a millisecond later: a plant. */
final class WithoutDeduplication implements Fault<LocationCommand, LocationEvent> {

  @Override
  public Decision<LocationEvent> decide(LocationCommand command, Function<LocationCommand, Decision<LocationEvent>> machine) {
    Decision<LocationEvent> decision = machine.apply(command);
    return decision.event().isEmpty() && command instanceof TakeReadings readings
        ? machine.apply(later(readings.batch()))
        : decision;
  }

  private static TakeReadings later(ReadingBatch batch) {
    long[] times = Arrays.stream(batch.times()).map(time -> time + 1).toArray();
    return new TakeReadings(
        new ReadingBatch(
            batch.source(), batch.series(), batch.seriesOf(), times, batch.values(), batch.offsets(), batch.timestamps(),
            batch.corrections()));
  }
}
