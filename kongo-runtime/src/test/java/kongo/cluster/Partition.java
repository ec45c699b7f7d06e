package kongo.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.reference.LogRecord;
import kongo.reference.RefusedRecord;
import kongo.stream.Ask;
import kongo.stream.AskLimits;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import kongo.violation.Refusal;

/** The stream over a partition of moves or of registrations: several batches are under way, committed in their order. */
final class Partition implements Lane {

  private static final int ONE_OF_SO_MANY = 10_000;

  private final Plant plant;
  private final List<LogRecord> log;
  private final Random random;
  private final int mostPerBatch;
  private final int mostAsks;
  private final AskLimits limits;
  private final Set<RefusedRecord> deadLetters = new HashSet<>();

  private int committed;
  private int read;
  private int life;
  private BatchSteps<Integer> steps;
  private final List<Ask> unanswered = new ArrayList<>();

  Partition(Plant plant, List<LogRecord> log, Random random) {
    this.plant = plant;
    this.log = log;
    this.random = random;
    this.mostPerBatch = 1 + random.nextInt(10);
    this.mostAsks = 2 + random.nextInt(6);
    this.limits = limits(random);
    this.steps = new BatchSteps<>(limits);
  }

  static AskLimits limits(Random random) {
    boolean small = random.nextBoolean();
    int things = small ? 1 + random.nextInt(4) : 100;
    int bytes = small ? 1 + random.nextInt(2_000) : 1_000_000;
    return new AskLimits(things, bytes, 1 + random.nextInt(40));
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
    read = committed;
    steps = new BatchSteps<>(limits);
    unanswered.clear();
  }

  @Override
  public List<Ask> step() {
    if (read < log.size() && steps.hasRoom() && random.nextBoolean()) {
      take();
    }
    steps.settled().ifPresent(end -> committed = end);
    return due();
  }

  private void take() {
    int end = Math.min(log.size(), read + 1 + random.nextInt(mostPerBatch));
    Ticket<Integer> ticket = steps.open(end);
    Batches.add(steps, ticket, log.get(0).topic(), taken(plant, log.subList(read, end), random));
    ticket.release();
    read = end;
  }

  static List<LogRecord> taken(Plant plant, List<LogRecord> batch, Random random) {
    return plant == Plant.MESSAGE_DROPPED
        ? batch.stream().filter(record -> random.nextInt(ONE_OF_SO_MANY) > 0).toList()
        : batch;
  }

  @Override
  public List<Ask> due() {
    List<Ask> due = steps.due(mostAsks - unanswered.size());
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
    if (read < log.size() && steps.hasRoom()) {
      heldUp.add(this + " reads no more");
    }
    return heldUp;
  }

  @Override
  public void answered(int asked, Ask.OfGoods ask, GoodsReply reply) {
    if (isOpen(asked, ask)) {
      bury(reply.refusals());
      steps.answered(ask, reply);
    }
  }

  @Override
  public void answered(int asked, Ask.OfLocation ask, LocationReply reply) {
    if (isOpen(asked, ask)) {
      bury(reply.refusals());
      steps.answered(ask, reply);
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

  private void bury(List<Refusal> refusals) {
    LogRecord any = log.get(0);
    refusals.forEach(refusal ->
        deadLetters.add(new RefusedRecord(any.topic(), any.partition(), refusal.offset(), refusal.reason())));
  }
}
