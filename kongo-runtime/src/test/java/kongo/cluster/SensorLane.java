package kongo.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import kongo.location.Harmless;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.RefusedRecord;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.stream.HeldReadings.Delivery;
import kongo.stream.HeldReadings.Ticket;
import kongo.stream.HoldLimits;
import kongo.violation.Source;

/** The stream over a partition of readings, in which harmless ones wait. Its clock goes by its steps. */
final class SensorLane implements Lane {

  private record Pending(Ask ask, BatchSteps steps) {}

  private record Run(Delivery<Integer> delivery, BatchSteps steps) {}

  private final Plant plant;
  private final List<LogRecord> log;
  private final Random random;
  private final int mostPerBatch;
  private final HoldLimits limits;
  private final Function<String, Optional<Harmless>> harmless;
  private final Set<RefusedRecord> deadLetters = new HashSet<>();

  private int committed;
  private int read;
  private int life;
  private long now;
  private HeldReadings<Integer> held;
  private final List<Run> runs = new ArrayList<>();
  private final List<Pending> unanswered = new ArrayList<>();

  SensorLane(Plant plant, List<LogRecord> log, Random random, Function<String, Optional<Harmless>> harmless) {
    this.plant = plant;
    this.log = log;
    this.random = random;
    this.harmless = harmless;
    this.mostPerBatch = 1 + random.nextInt(10);
    this.limits = limits(random);
    begin();
  }

  private static HoldLimits limits(Random random) {
    int wait = 1 + random.nextInt(30);
    int longest = wait + random.nextInt(60);
    return new HoldLimits(wait, longest, 1 + random.nextInt(200), 1 + random.nextInt(10), 1 + random.nextInt(20));
  }

  private void begin() {
    read = committed;
    held = new HeldReadings<>(source(), limits, harmless);
  }

  private Source source() {
    return new Source(log.get(0).topic().name(), log.get(0).partition());
  }

  @Override
  public String toString() {
    return "committed " + committed + " of " + log.size() + ", read " + read + ", unanswered " + unanswered;
  }

  @Override
  public boolean isAtRest() {
    return committed == log.size();
  }

  @Override
  public int life() {
    return life;
  }

  @Override
  public Set<RefusedRecord> deadLetters() {
    return deadLetters;
  }

  @Override
  public void crash() {
    if (plant == Plant.COMMIT_BEFORE_THE_ACKNOWLEDGEMENT) {
      committed = read;
    }
    life++;
    runs.clear();
    unanswered.clear();
    begin();
  }

  @Override
  public List<Ask> step() {
    now++;
    finish();
    if (read < log.size() && held.hasRoom() && random.nextBoolean()) {
      take();
    }
    held.look(now);
    for (Delivery<Integer> delivery : held.due(3)) {
      runs.add(new Run(delivery, BatchSteps.ofReadings(Map.of(delivery.location(), delivery.readings()))));
    }
    return due();
  }

  private void finish() {
    for (Run run : runs.stream().filter(one -> one.steps().isDone()).toList()) {
      runs.remove(run);
      run.steps().refusals().forEach(refusal -> deadLetters.add(
          new RefusedRecord(log.get(0).topic(), log.get(0).partition(), refusal.offset(), refusal.reason())));
      held.delivered(run.delivery());
    }
    held.settled().ifPresent(end -> committed = end);
  }

  private void take() {
    int end = Math.min(log.size(), read + 1 + random.nextInt(mostPerBatch));
    Ticket<Integer> ticket = held.open(end);
    for (LogRecord record : Partition.taken(plant, log.subList(read, end), random)) {
      held.add(ticket, record.id(), ((OfReading) record).reading(), record.offset(), record.offset(), now);
    }
    held.close(ticket);
    read = end;
  }

  @Override
  public List<Ask> due() {
    List<Ask> due = new ArrayList<>();
    for (Run run : runs) {
      run.steps().takeDue().forEach(ask -> {
        due.add(ask);
        unanswered.add(new Pending(ask, run.steps()));
      });
    }
    return due;
  }

  @Override
  public Optional<Ask> impatient() {
    return unanswered.isEmpty()
        ? Optional.empty()
        : Optional.of(unanswered.get(random.nextInt(unanswered.size())).ask());
  }

  @Override
  public Optional<BatchSteps> stepsOf(int asked, Ask ask) {
    Optional<Pending> pending = unanswered.stream().filter(one -> asked == life && one.ask() == ask).findFirst();
    pending.ifPresent(unanswered::remove);
    return pending.map(Pending::steps);
  }
}
