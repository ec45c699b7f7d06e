package kongo.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import kongo.actors.Backlogs;
import kongo.kafka.PartitionTask;
import kongo.kafka.Precedence;
import kongo.lane.Offsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of a lane that wait, and the batch that its work is taking: one after the other. */
final class LaneRun implements PartitionTask, Backlogs.Lane {

  private static final Logger LOG = LoggerFactory.getLogger(LaneRun.class);

  private final Lane lane;
  private final LaneWork work;
  private final Executor executor;
  private final Precedence precedence;
  private final int mostRecords;
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private boolean busy;
  private boolean held;
  private boolean more;
  private long lag;
  private OptionalLong first = OptionalLong.empty();
  private boolean draining;
  private boolean ended;
  private final Offsets offsets = new Offsets();
  private final Deque<Taken> taken = new ArrayDeque<>();
  private boolean knowsLag;
  private long newest = Long.MIN_VALUE;
  private long reached;
  private Optional<Throwable> problem = Optional.empty();

  /**
   * Records that the work has taken together.
   *
   * @param end offset behind the last one
   * @param timestamp of the first one
   */
  private record Taken(long end, long timestamp) {}

  /**
   * @param executor where batches are worked on
   * @param precedence says when a batch may be taken
   * @param mostRecords of a batch
   */
  LaneRun(Lane lane, LaneWork work, Executor executor, Precedence precedence, int mostRecords) {
    this.lane = lane;
    this.work = work;
    this.executor = executor;
    this.precedence = precedence;
    this.mostRecords = mostRecords;
  }

  @Override
  public TopicPartition partition() {
    return lane.partition();
  }

  @Override
  public void abandon() {
    lane.abandon();
  }

  /** Takes these when it comes to them. */
  @Override
  public synchronized void offer(List<ConsumerRecord<byte[], byte[]>> records) {
    offsets.offered(end(records));
    first = OptionalLong.of(first.orElse(records.get(0).offset()));
    lag = Math.max(0, lag - records.size());
    if (!draining) {
      waiting.addAll(records);
      goOn();
    }
  }

  private static long end(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.get(records.size() - 1).offset() + 1;
  }

  /** While records are on their way from Kafka it is the timestamp of the newest that has come. */
  @Override
  public synchronized OptionalLong undone() {
    if (!taken.isEmpty()) {
      return OptionalLong.of(taken.peek().timestamp);
    }
    if (!waiting.isEmpty()) {
      return OptionalLong.of(waiting.peek().timestamp());
    }
    return more || !knowsLag ? OptionalLong.of(newest) : OptionalLong.empty();
  }

  @Override
  public synchronized long done() {
    return offsets.settled() > 0 ? offsets.settled() : first.orElse(0);
  }

  @Override
  public synchronized OptionalLong end() {
    return knowsLag && first.isPresent() ? OptionalLong.of(offsets.offered() + lag) : OptionalLong.empty();
  }

  @Override
  public boolean hasStoodStillFor(Duration time) {
    return lane.hasStoodStillFor(time);
  }

  /** Whether a batch waits behind the one that is worked on, so that no more records should come for now. */
  @Override
  public synchronized boolean isFull() {
    return draining || isBacklog();
  }

  private boolean isBacklog() {
    return waiting.size() >= mostRecords;
  }

  /** Whether what waits may not be taken yet, since others come first. */
  @Override
  public synchronized boolean isHeld() {
    return held;
  }

  /**
   * The timestamp that the latest batch begins with, or one before it if that is later, or the newest that has come where
   * all of that waits for readings; empty if there is nothing to do here, or if no entity has answered for so long.
   */
  @Override
  public OptionalLong position(Duration patience) {
    // Without the lock, since the work answers with one of its own.
    return work.onlyWaits() ? positionOfWaiting() : position(work.wantsLooks(), patience);
  }

  private synchronized OptionalLong position(boolean underWay, Duration patience) {
    boolean behind = (busy || more || underWay) && !draining && !lane.hasStoodStillFor(patience);
    return behind ? OptionalLong.of(reached) : OptionalLong.empty();
  }

  /** Nobody who waits for readings is waited for by them. */
  private synchronized OptionalLong positionOfWaiting() {
    boolean behind = (busy || more) && !draining;
    return behind ? OptionalLong.of(newest) : OptionalLong.empty();
  }

  /**
   * Takes what was held if it may go now; lets the work look at what is under way, if nothing else makes it do so.
   *
   * @param lag how many records Kafka has that have not come here yet, if that is known
   */
  @Override
  public void look(OptionalLong lag) {
    takeHeld(lag);
    // Without the lock, since the work answers with one of its own, and not while it is busy: that may take a while.
    if (mayLook() && work.wantsLooks()) {
      startLook();
    }
  }

  private synchronized void takeHeld(OptionalLong left) {
    more = left.orElse(0) > 0;
    lag = left.orElse(lag);
    knowsLag |= left.isPresent();
    if (held) {
      goOn();
    }
  }

  private synchronized boolean mayLook() {
    return mayStart() && (held || waiting.isEmpty());
  }

  private synchronized void startLook() {
    if (mayLook()) {
      start(held || more ? Batch.gap() : Batch.pause());
    }
  }

  /** Finishes what is in hand and forgets what waits: that will be read again. */
  @Override
  public synchronized void drain() {
    if (!draining) {
      draining = true;
      waiting.clear();
      goOn();
    }
  }

  /** Whether nothing will be done any more. */
  @Override
  public synchronized boolean isEnded() {
    return ended;
  }

  /** What ended it, if that was neither the end of its records nor that they are somebody else's. */
  @Override
  public synchronized Optional<Throwable> problem() {
    return problem;
  }

  /** The offset to be committed, if more is done than is known to be committed; see {@link Offsets}. */
  @Override
  public synchronized OptionalLong toCommit(OptionalLong position) {
    return offsets.toCommit(position);
  }

  @Override
  public synchronized void committed(long offset) {
    offsets.committed(offset);
  }

  private boolean mayStart() {
    return !busy && !ended && !lane.isAbandoned();
  }

  private void goOn() {
    if (!mayStart()) {
      return;
    }
    // What is less than a batch can cost little, and is not worth that one slow entity holds up all readings.
    held = isBacklog() && !precedence.mayTake(waiting.peek().timestamp());
    if (held) {
      return;
    }
    if (!waiting.isEmpty()) {
      lane.goesOn();
      reached = Math.max(reached, waiting.peek().timestamp());
      start(Batch.of(next()));
    } else if (draining) {
      start(Batch.end());
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> next() {
    int size = Math.min(mostRecords, waiting.size());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      records.add(waiting.remove());
    }
    taken.add(new Taken(end(records), records.get(0).timestamp()));
    newest = records.get(size - 1).timestamp();
    return records;
  }

  private void start(Batch batch) {
    busy = true;
    CompletableFuture.completedFuture(batch)
        .thenComposeAsync(work::take, executor)
        .whenCompleteAsync((offset, failure) -> onEnd(batch, offset, failure), executor);
  }

  private synchronized void onEnd(Batch batch, OptionalLong offset, Throwable failure) {
    busy = false;
    if (failure == null) {
      offset.ifPresent(this::settled);
      ended = batch.isLast();
      goOn();
    } else {
      ended = true;
      fail(Failures.cause(failure));
    }
  }

  private void settled(long offset) {
    offsets.settled(offset);
    while (!taken.isEmpty() && taken.peek().end <= offset) {
      taken.remove();
    }
  }

  private void fail(Throwable cause) {
    if (lane.isAbandoned()) {
      LOG.info("Work on {} ends: {}", lane, cause.toString());
    } else {
      problem = Optional.of(cause);
    }
  }
}
