package kongo.kafka;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which partitions of one topic are consumed here; can be asked by any thread. */
public final class Assignment {

  private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

  private final Consumer<Set<Integer>> follow;
  private final Consumer<TopicPartition> gone;
  private final Set<TopicPartition> here = ConcurrentHashMap.newKeySet();
  private volatile boolean joined;

  /**
   * @param follow is told the partitions that are new here
   * @param gone is told each that is not here any more
   */
  public Assignment(Consumer<Set<Integer>> follow, Consumer<TopicPartition> gone) {
    this.follow = follow;
    this.gone = gone;
  }

  /** Whether the consumer is a member of its group, be it without a partition. */
  public boolean isJoined() {
    return joined;
  }

  public int count() {
    return here.size();
  }

  public Set<TopicPartition> here() {
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
    partitions.forEach(gone);
  }

  /** The consumer leaves its group. */
  void stopped() {
    joined = false;
  }
}
