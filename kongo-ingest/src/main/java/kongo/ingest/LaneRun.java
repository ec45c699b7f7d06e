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
import kongo.kafka.PartitionTask;
import kongo.kafka.Precedence;
import kongo.lane.Offsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of a lane that wait, and the batch that its work is taking: one after the other. */
final class LaneRun implements PartitionTask {

  private static final Logger LOG = LoggerFactory.getLogger(LaneRun.class);

  private final Lane lane;
  private final LaneWork work;
  private final Executor executor;
  private final Precedence precedence;
  private final int mostRecords;
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private boolean busy;
  private boolean held;
  private OptionalLong toCome = OptionalLong.empty();
  private boolean draining;
  private boolean ended;
  private final Offsets offsets = new Offsets();
  private long reached;
  private Optional<Throwable> problem = Optional.empty();

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
    offsets.offered(records.get(records.size() - 1).offset() + 1);
    if (!draining) {
      waiting.addAll(records);
      goOn();
    }
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
   * The timestamp that the latest batch begins with, or one before it if that is later; empty if there is nothing to do
   * here, or if no entity has answered for so long.
   */
  @Override
  public OptionalLong position(Duration patience) {
    return position(work.wantsLooks(), patience);
  }

  private synchronized OptionalLong position(boolean underWay, Duration patience) {
    boolean standsStill = !held && lane.hasStoodStillFor(patience);
    boolean behind = isBehind(underWay) && !draining && !standsStill;
    return behind ? OptionalLong.of(held ? Math.max(reached, waiting.peek().timestamp()) : reached) : OptionalLong.empty();
  }

  private boolean isBehind(boolean underWay) {
    boolean isUnknown = toCome.isEmpty();
    return precedence.onlyBacklogCounts()
        ? isUnknown || waiting.size() + toCome.getAsLong() >= mostRecords
        : isUnknown || busy || held || hasMore() || underWay;
  }

  private boolean hasMore() {
    return toCome.orElse(0) > 0;
  }

  /**
   * Takes what was held if it may go now; lets the work look at what is under way, if nothing else makes it do so.
   *
   * @param nowToCome how many records Kafka has that have not come here yet, if it has said so
   */
  @Override
  public void look(OptionalLong nowToCome) {
    takeHeld(nowToCome);
    // Without the lock, since the work answers with one of its own, and not while it is busy: that may take a while.
    if (mayLook() && work.wantsLooks()) {
      startLook();
    }
  }

  private synchronized void takeHeld(OptionalLong nowToCome) {
    toCome = nowToCome;
    if (held) {
      goOn();
    }
  }

  private synchronized boolean mayLook() {
    return mayStart() && (held || waiting.isEmpty());
  }

  private synchronized void startLook() {
    if (mayLook()) {
      start(held || hasMore() ? Batch.gap() : Batch.pause());
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
    held = !waiting.isEmpty() && !precedence.mayTake(waiting.peek().timestamp(), isBacklog());
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
    boolean isBacklog = isBacklog();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(Math.min(mostRecords, waiting.size()));
    do {
      records.add(waiting.remove());
    } while (records.size() < mostRecords && !waiting.isEmpty() && precedence.mayTake(waiting.peek().timestamp(), isBacklog));
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
      offset.ifPresent(offsets::settled);
      ended = batch.isLast();
      goOn();
    } else {
      ended = true;
      fail(Failures.cause(failure));
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
