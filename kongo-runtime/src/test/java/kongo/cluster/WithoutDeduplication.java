package kongo.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.ReadingBatch;
import kongo.violation.Revision;

/** A Location that counts a repeated reading as one more, a millisecond later: a plant. */
record WithoutDeduplication(LocationMachine machine) implements Machine<LocationCommand, LocationEvent, LocationReply> {

  @Override
  public Optional<LocationEvent> decide(LocationCommand command) {
    Optional<LocationEvent> event = machine.decide(command);
    return event.isEmpty() && command instanceof TakeReadings readings ? machine.decide(later(readings.batch())) : event;
  }

  private static TakeReadings later(ReadingBatch batch) {
    long[] times = Arrays.stream(batch.times()).map(time -> time + 1).toArray();
    return new TakeReadings(
        new ReadingBatch(
            batch.source(), batch.series(), batch.seriesOf(), times, batch.values(), batch.offsets(), batch.timestamps()));
  }

  @Override
  public void apply(long sequenceNr, LocationEvent event) {
    machine.apply(sequenceNr, event);
  }

  @Override
  public List<Revision> effects() {
    return machine.effects();
  }

  @Override
  public LocationReply reply(LocationCommand command) {
    return machine.reply(command);
  }

  @Override
  public long version() {
    return machine.version();
  }

  @Override
  public WithoutDeduplication copied() {
    return new WithoutDeduplication(machine.copied());
  }
}
