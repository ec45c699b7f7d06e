package kongo.actors;

import java.util.function.ToIntFunction;

/**
 * How a Kafka topic spreads ids over its partitions; shards follow it.
 *
 * @param count of partitions
 * @param partitionOf the partition of an id, 0 to count - 1
 */
public record Partitioning(int count, ToIntFunction<String> partitionOf) {

  public Partitioning {
    if (count < 1) {
      throw new IllegalArgumentException("a topic has at least one partition, not " + count);
    }
  }
}
