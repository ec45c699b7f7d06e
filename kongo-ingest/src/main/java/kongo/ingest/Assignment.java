package kongo.ingest;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.kafka.RestrictedConsumer;
import org.apache.pekko.kafka.javadsl.PartitionAssignmentHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which partitions of one topic are consumed here. */
final class Assignment implements PartitionAssignmentHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

  private final Consumer<Set<Integer>> follow;
  private final IngestMetrics metrics;
  private final Set<TopicPartition> here = ConcurrentHashMap.newKeySet();
  private volatile boolean joined;

  /** @param follow is told the partitions that are new here */
  Assignment(Consumer<Set<Integer>> follow, IngestMetrics metrics) {
    this.follow = follow;
    this.metrics = metrics;
  }

  /** Whether the consumer is a member of its group, be it without a partition. */
  boolean isJoined() {
    return joined;
  }

  Set<TopicPartition> here() {
    return Set.copyOf(here);
  }

  @Override
  public void onAssign(Set<TopicPartition> assigned, RestrictedConsumer consumer) {
    joined = true;
    here.addAll(assigned);
    if (!assigned.isEmpty()) {
      LOG.info("Partitions taken over: {}", assigned);
      follow.accept(assigned.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
    }
  }

  @Override
  public void onRevoke(Set<TopicPartition> revoked, RestrictedConsumer consumer) {
    leave(revoked);
  }

  @Override
  public void onLost(Set<TopicPartition> lost, RestrictedConsumer consumer) {
    leave(lost);
  }

  @Override
  public void onStop(Set<TopicPartition> current, RestrictedConsumer consumer) {
    joined = false;
    leave(current);
  }

  private void leave(Set<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      LOG.info("Partitions given up: {}", partitions);
    }
    here.removeAll(partitions);
    partitions.forEach(partition -> metrics.gone(partition.topic(), partition.partition()));
  }
}
