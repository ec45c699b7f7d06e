package kongo.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one consumer of one topic: polls, hands the records to the lanes of their partitions, and commits what
 * these have settled. A partition whose lane has a batch waiting is paused. Used by one thread, but for {@link #drain} and
 * {@link #abandon}.
 */
public final class Consumption implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);
  /** A poll returns at once when there are records; otherwise lanes look around and commits are sent so often. */
  private static final Duration POLL = Duration.ofMillis(50);
  /** While a lane is full, until it has room. */
  private static final Duration POLL_WHEN_FULL = Duration.ofMillis(2);
  private static final long COMMIT_NANOS = Duration.ofMillis(250).toNanos();
  /** Lanes in which no entity answers for so long are not waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LAST_COMMIT = Duration.ofSeconds(3);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Assignment assignment;
  private final Precedence precedence;
  private final Function<TopicPartition, PartitionTask> laneOf;
  private final Map<TopicPartition, PartitionTask> lanes = new HashMap<>();
  private boolean committing;
  private long lastCommit = System.nanoTime();
  private volatile boolean draining;
  private volatile boolean abandoned;

  public Consumption(
      Consumer<byte[], byte[]> consumer, Assignment assignment, Precedence precedence,
      Function<TopicPartition, PartitionTask> laneOf) {
    this.consumer = consumer;
    this.assignment = assignment;
    this.precedence = precedence;
    this.laneOf = laneOf;
  }

  /** Returns when it is drained or given up; throws what the consumer or a lane fails with. */
  public void run(String topic) {
    consumer.subscribe(List.of(topic), new Rebalance());
    while (!abandoned && !isDrained()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(holdBack() ? POLL_WHEN_FULL : POLL);
      records.partitions().forEach(partition -> lanes.get(partition).offer(records.records(partition)));
      lanes.values().forEach(this::look);
      precedence.report(this::position);
      commit();
    }
    commitLast(Set.copyOf(lanes.keySet()));
  }

  /** Takes no more records, and ends when what is in hand is done and committed. */
  public void drain() {
    draining = true;
  }

  /** Gives up what is in hand, which will be read again, and ends. */
  public void abandon() {
    abandoned = true;
  }

  private boolean isDrained() {
    return draining && lanes.values().stream().allMatch(PartitionTask::isEnded);
  }

  private void look(PartitionTask lane) {
    lane.problem().ifPresent(problem -> {
      throw new IllegalStateException("The work on " + lane.partition() + " fails", problem);
    });
    if (draining) {
      lane.drain();
    } else {
      lane.look(consumer.currentLag(lane.partition()));
    }
  }

  private OptionalLong position() {
    return lanes.values().stream().map(lane -> lane.position(PATIENCE)).flatMapToLong(OptionalLong::stream).min();
  }

  /** Pauses the partitions whose lanes are full, and no others; whether any of them may have room soon. */
  private boolean holdBack() {
    Set<TopicPartition> full = new HashSet<>();
    Set<TopicPartition> roomy = new HashSet<>();
    lanes.forEach((partition, lane) -> (lane.isFull() ? full : roomy).add(partition));
    consumer.pause(full);
    consumer.resume(roomy);
    return full.stream().anyMatch(partition -> !lanes.get(partition).isHeld());
  }

  /** Now and then, and one after the other. What fails is sent again with the next one. */
  private void commit() {
    long now = System.nanoTime();
    if (committing || now - lastCommit < COMMIT_NANOS) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = uncommitted(lanes.keySet());
    if (!offsets.isEmpty()) {
      committing = true;
      lastCommit = now;
      consumer.commitAsync(offsets, this::onCommitted);
    }
  }

  private void onCommitted(Map<TopicPartition, OffsetAndMetadata> offsets, Exception problem) {
    committing = false;
    if (problem == null) {
      keepCommitted(offsets);
    } else if (passes(problem)) {
      LOG.debug("Offsets are not committed yet, trying again", problem);
    } else {
      LOG.warn("Offsets are not committed, trying again: {}", problem.toString());
    }
  }

  /** Whether it is nobody's fault: in a rebalance nobody commits until all members of the group have heard of it. */
  public static boolean passes(Exception problem) {
    return problem instanceof RetriableException || problem instanceof RebalanceInProgressException;
  }

  private void keepCommitted(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach((partition, offset) -> {
      if (lanes.containsKey(partition)) {
        lanes.get(partition).committed(offset.offset());
      }
    });
  }

  private Map<TopicPartition, OffsetAndMetadata> uncommitted(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      if (lanes.containsKey(partition)) {
        lanes.get(partition).toCommit(reached(partition)).ifPresent(offset -> offsets.put(partition, new OffsetAndMetadata(offset)));
      }
    }
    return offsets;
  }

  /** Where the consumer is, if it knows that without asking: everything before has been handed to the lane. */
  private OptionalLong reached(TopicPartition partition) {
    return consumer.currentLag(partition).isPresent()
        ? OptionalLong.of(consumer.position(partition))
        : OptionalLong.empty();
  }

  /** Before the partitions are somebody else's, so that less is read again; if it fails, more is. */
  private void commitLast(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> offsets = uncommitted(partitions);
    if (!offsets.isEmpty()) {
      try {
        consumer.commitSync(offsets, LAST_COMMIT);
        keepCommitted(offsets);
      } catch (KafkaException problem) {
        LOG.warn("The last offsets of {} are not committed, records will be read again: {}", offsets.keySet(), problem.toString());
      }
    }
  }

  private void leave(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      PartitionTask lane = lanes.remove(partition);
      if (lane != null) {
        lane.abandon();
      }
    }
    assignment.left(partitions);
  }

  @Override
  public void close() {
    assignment.stopped();
    try {
      consumer.close(CLOSING);
    } finally {
      leave(Set.copyOf(lanes.keySet()));
    }
  }

  /** On the polling thread, within a poll or the close. */
  private final class Rebalance implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      partitions.forEach(partition -> lanes.put(partition, laneOf.apply(partition)));
      assignment.took(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commitLast(partitions);
      leave(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      leave(partitions);
    }
  }
}
