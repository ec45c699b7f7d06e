package kongo.cluster;

import java.util.Arrays;
import java.util.List;
import kongo.entity.LocationMachine;
import kongo.entity.Machine;
import kongo.goods.Effect;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationReply;
import kongo.location.ReadingBatch;
import kongo.location.SequenceRange;
import kongo.violation.Decision;

/** A Location that counts a repeated reading as one more, a millisecond later: a plant. */
record WithoutDeduplication(LocationMachine machine) implements Machine<LocationCommand, LocationEvent, LocationReply> {

  /** Of such a Location. */
  record Planted(LocationLife life)
      implements Life<LocationCommand, LocationEvent, LocationReply, WithoutDeduplication> {

    @Override
    public WithoutDeduplication empty() {
      return new WithoutDeduplication(life.empty());
    }

    @Override
    public WithoutDeduplication copied(WithoutDeduplication planted) {
      return new WithoutDeduplication(life.copied(planted.machine));
    }
  }

  @Override
  public Decision<LocationEvent> decide(LocationCommand command) {
    Decision<LocationEvent> decision = machine.decide(command);
    return decision.event().isEmpty() && command instanceof TakeReadings readings
        ? machine.decide(later(readings.batch()))
        : decision;
  }

  private static TakeReadings later(ReadingBatch batch) {
    long[] times = Arrays.stream(batch.times()).map(time -> time + 1).toArray();
    return new TakeReadings(
        new ReadingBatch(
            batch.source(), batch.series(), batch.seriesOf(), times, batch.values(), batch.offsets(), batch.timestamps()));
  }

  @Override
  public long version() {
    return machine.version();
  }

  @Override
  public void apply(long sequenceNr, LocationEvent event) {
    machine.apply(sequenceNr, event);
  }

  @Override
  public List<Effect> effects() {
    return machine.effects();
  }

  @Override
  public LocationReply reply(LocationCommand command, Decision<LocationEvent> decision) {
    return machine.reply(command, decision);
  }

  @Override
  public long firstRowNeeded() {
    return machine.firstRowNeeded();
  }

  @Override
  public LocationEvent effectsPublished() {
    return machine.effectsPublished();
  }

  @Override
  public void learn(List<SequenceRange> ranges, List<ReadingsAccepted> rows) {
    machine.learn(ranges, rows);
  }

  @Override
  public void forget() {
    machine.forget();
  }
}
