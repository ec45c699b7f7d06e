package kongo.ingest;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which partitions of one topic are consumed here; can be asked by any thread. */
final class Assignment {

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

  int count() {
    return here.size();
  }

  Set<TopicPartition> here() {
    return Set.copyOf(here);
  }

  /** The group has said what belongs to this consumer; these are new. */
  void took(Collection<TopicPartition> partitions) {
    joined = true;
    here.addAll(partitions);
    if (!partitions.isEmpty()) {
      LOG.info("Partitions taken over: {}", partitions);
      follow.accept(partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
    }
  }

  void left(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      LOG.info("Partitions given up: {}", partitions);
    }
    here.removeAll(partitions);
    partitions.forEach(partition -> metrics.gone(partition.topic(), partition.partition()));
  }

  /** The consumer leaves its group. */
  void stopped() {
    joined = false;
  }
}
