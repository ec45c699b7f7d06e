package kongo.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import kongo.goods.GoodsReply;
import kongo.location.Harmless;
import kongo.location.LocationReply;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.RefusedRecord;
import kongo.stream.Ask;
import kongo.stream.AskLimits;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.stream.HeldReadings.Delivery;
import kongo.stream.HoldLimits;
import kongo.stream.Ticket;
import kongo.violation.Source;

/** The stream over a partition of readings, in which harmless ones wait. Its clock goes by its steps. */
final class SensorLane implements Lane {

  private final Plant plant;
  private final List<LogRecord> log;
  private final Random random;
  private final int mostPerBatch;
  private final HoldLimits limits;
  private final AskLimits askLimits;
  private final Function<String, Optional<Harmless>> harmless;
  private final Set<RefusedRecord> deadLetters = new HashSet<>();

  private int committed;
  private int read;
  private int life;
  private long now;
  private HeldReadings<Integer> held;
  private BatchSteps<Integer> steps;
  private final Map<Ask, Delivery<Integer>> deliveries = new IdentityHashMap<>();
  private final List<Ask> unanswered = new ArrayList<>();

  SensorLane(Plant plant, List<LogRecord> log, Random random, Function<String, Optional<Harmless>> harmless) {
    this.plant = plant;
    this.log = log;
    this.random = random;
    this.harmless = harmless;
    this.mostPerBatch = 1 + random.nextInt(10);
    this.limits = limits(random);
    this.askLimits = Partition.limits(random);
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
    steps = new BatchSteps<>(askLimits);
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
    deliveries.clear();
    unanswered.clear();
    begin();
  }

  @Override
  public List<Ask> step() {
    now++;
    held.settled().ifPresent(end -> committed = end);
    if (read < log.size() && held.hasRoom() && random.nextBoolean()) {
      take();
    }
    held.look(now);
    for (Delivery<Integer> delivery : held.due(3)) {
      deliveries.put(steps.readings(delivery.tickets(), delivery.location(), delivery.readings()), delivery);
    }
    return due();
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
    List<Ask> due = steps.due(6 - unanswered.size());
    unanswered.addAll(due);
    return due;
  }

  @Override
  public Optional<Ask> impatient() {
    return unanswered.isEmpty() ? Optional.empty() : Optional.of(unanswered.get(random.nextInt(unanswered.size())));
  }

  @Override
  public List<String> heldUp(String sick) {
    List<String> heldUp = new ArrayList<>();
    unanswered.stream().filter(ask -> !(ask instanceof Ask.OfGoods one && one.goods().equals(sick)))
        .forEach(ask -> heldUp.add(ask.toString()));
    if (read < log.size() && held.hasRoom()) {
      heldUp.add(this + " reads no more");
    }
    return heldUp;
  }

  @Override
  public void answered(int asked, Ask.OfGoods ask, GoodsReply reply) {
    if (isOpen(asked, ask)) {
      steps.answered(ask, reply);
    }
  }

  @Override
  public void answered(int asked, Ask.OfLocation ask, LocationReply reply) {
    if (isOpen(asked, ask)) {
      reply.refusals().forEach(refusal -> deadLetters.add(
          new RefusedRecord(log.get(0).topic(), log.get(0).partition(), refusal.offset(), refusal.reason())));
      steps.answered(ask, reply);
      Optional.ofNullable(deliveries.remove(ask)).ifPresent(held::delivered);
    }
  }

  @Override
  public void failed(int asked, Ask ask) {
    if (isOpen(asked, ask)) {
      steps.abandoned(ask);
    }
  }

  private boolean isOpen(int asked, Ask ask) {
    return asked == life && unanswered.removeIf(one -> one == ask);
  }
}
