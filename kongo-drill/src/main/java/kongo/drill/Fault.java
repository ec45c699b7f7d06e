package kongo.drill;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * One thing that was done to the cluster.
 *
 * @param at when, milliseconds since the epoch
 * @param hit the partitions that it was done to; the others should not notice
 */
record Fault(String what, long at, Set<TopicPartition> hit, Goal goal) {}
