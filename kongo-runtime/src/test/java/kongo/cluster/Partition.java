package kongo.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import kongo.reference.LogRecord;
import kongo.reference.RefusedRecord;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;

/** The stream over a partition of moves or of registrations: one batch after the other. */
final class Partition implements Lane {

  private static final int ONE_OF_SO_MANY = 10_000;

  private final Plant plant;
  private final List<LogRecord> log;
  private final Random random;
  private final int mostPerBatch;
  private final Set<RefusedRecord> deadLetters = new HashSet<>();

  private int committed;
  private int life;
  private int batchEnd;
  private Optional<BatchSteps> steps = Optional.empty();
  private final List<Ask> unanswered = new ArrayList<>();

  Partition(Plant plant, List<LogRecord> log, Random random) {
    this.plant = plant;
    this.log = log;
    this.random = random;
    this.mostPerBatch = 1 + random.nextInt(10);
  }

  @Override
  public String toString() {
    return "committed " + committed + " of " + log.size() + ", unanswered " + unanswered;
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
    if (plant == Plant.COMMIT_BEFORE_THE_ACKNOWLEDGEMENT && steps.isPresent()) {
      committed = batchEnd;
    }
    life++;
    steps = Optional.empty();
    unanswered.clear();
  }

  @Override
  public List<Ask> step() {
    if (steps.isEmpty()) {
      begin();
    } else if (steps.get().isDone()) {
      commit(steps.get());
    }
    return due();
  }

  private void begin() {
    if (!isAtRest()) {
      batchEnd = Math.min(log.size(), committed + 1 + random.nextInt(mostPerBatch));
      steps = Optional.of(Batches.steps(log.get(0).topic(), taken(plant, log.subList(committed, batchEnd), random)));
    }
  }

  static List<LogRecord> taken(Plant plant, List<LogRecord> batch, Random random) {
    return plant == Plant.MESSAGE_DROPPED
        ? batch.stream().filter(record -> random.nextInt(ONE_OF_SO_MANY) > 0).toList()
        : batch;
  }

  private void commit(BatchSteps done) {
    LogRecord any = log.get(0);
    done.refusals().forEach(refusal ->
        deadLetters.add(new RefusedRecord(any.topic(), any.partition(), refusal.offset(), refusal.reason())));
    committed = batchEnd;
    steps = Optional.empty();
  }

  @Override
  public List<Ask> due() {
    List<Ask> due = steps.map(BatchSteps::takeDue).orElse(List.of());
    unanswered.addAll(due);
    return due;
  }

  @Override
  public Optional<Ask> impatient() {
    return unanswered.isEmpty() ? Optional.empty() : Optional.of(unanswered.get(random.nextInt(unanswered.size())));
  }

  @Override
  public Optional<BatchSteps> stepsOf(int asked, Ask ask) {
    if (asked != life) {
      return Optional.empty();
    }
    unanswered.removeIf(one -> one == ask);
    return steps;
  }
}
