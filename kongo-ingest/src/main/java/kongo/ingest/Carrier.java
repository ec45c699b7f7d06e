package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import kongo.goods.GoodsReply;
import kongo.lane.Joined;
import kongo.lane.LaneShell;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationReply;
import kongo.protocol.LawDetail;
import kongo.protocol.Reason;
import kongo.stream.Ask;
import kongo.violation.Refusal;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Does what a lane wants to have done, by the means of the node. What comes of it comes on any thread, and reaches the lane
 * with the lock of its owner.
 */
final class Carrier implements LaneShell<Batch, DeadLetters.Letter> {

  private final Lane lane;
  private final Outside outside;
  private final IngestMetrics metrics;
  private final Object lock;
  private final Consumer<Optional<Throwable>> progress;

  /** @param progress is told with the lock when something is done, or has failed for ever */
  Carrier(Lane lane, Outside outside, IngestMetrics metrics, Object lock, Consumer<Optional<Throwable>> progress) {
    this.lane = lane;
    this.outside = outside;
    this.metrics = metrics;
    this.lock = lock;
    this.progress = progress;
  }

  @Override
  public void ask(Ask.OfGoods ask, List<Batch> batches, Then<GoodsReply, DeadLetters.Letter> then) {
    outside.ask(ask, origins(batches))
        .whenComplete((outcome, problem) -> proceed(problem, () -> tell(outcome, Joined::goods, then)));
  }

  @Override
  public void ask(Ask.OfLocation ask, List<Batch> batches, Then<LocationReply, DeadLetters.Letter> then) {
    long since = System.nanoTime();
    outside.ask(ask, origins(batches)).whenComplete((outcome, problem) -> proceed(problem, () -> {
      count(ask, since);
      tell(outcome, Joined::location, then);
    }));
  }

  private void count(Ask.OfLocation ask, long since) {
    if (ask.command() instanceof TakeReadings readings) {
      metrics.batchDone(lane.topic(), readings.batch().size(), Duration.ofNanos(System.nanoTime() - since));
    }
  }

  private static <R> void tell(Outcome<R> outcome, BinaryOperator<R> joined, Then<R, DeadLetters.Letter> then) {
    then.comes(outcome.replies().stream().reduce(joined), outcome.letters());
  }

  private void proceed(Throwable problem, Runnable step) {
    synchronized (lock) {
      if (problem == null) {
        step.run();
      }
      progress.accept(Optional.ofNullable(problem).map(Failures::cause));
    }
  }

  @Override
  public void bury(List<DeadLetters.Letter> letters, Runnable buried) {
    outside.bury(letters).whenComplete((done, problem) -> proceed(problem, buried));
  }

  @Override
  public DeadLetters.Letter letter(Refusal refusal, List<Batch> batches) {
    ConsumerRecord<byte[], byte[]> record = origins(batches).at(refusal.offset());
    return switch (refusal.reason()) {
      case TOO_LATE -> new DeadLetters.Letter(record, Reason.TOO_LATE, LawDetail.tooLate(record.value()));
      case TOO_MANY_SERIES -> new DeadLetters.Letter(record, Reason.TOO_MANY_SERIES, LawDetail.tooManySeries());
      case CONFLICT -> new DeadLetters.Letter(record, Reason.CONFLICT, LawDetail.conflict(record.value(), refusal.known()));
      case TYPE_CONFLICT -> new DeadLetters.Letter(record, Reason.TYPE_CONFLICT, LawDetail.typeConflict(record.value()));
      case TOO_MANY_PROFILES -> new DeadLetters.Letter(record, Reason.TOO_MANY_PROFILES, LawDetail.tooManyProfiles());
    };
  }

  private Origins origins(List<Batch> batches) {
    return new Origins(lane.source(), batches);
  }

  @Override
  public void duplicates(int records) {
    outside.duplicates(records);
  }

  @Override
  public int stuck() {
    return outside.stuck();
  }
}
