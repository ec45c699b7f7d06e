package kongo.actors;

import org.apache.pekko.cluster.sharding.typed.ShardingEnvelope;
import org.apache.pekko.cluster.sharding.typed.ShardingMessageExtractor;

/** Shards that are the partitions of a topic: an entity's shard is the partition of its id. */
final class PartitionShards<M> extends ShardingMessageExtractor<ShardingEnvelope<M>, M> {

  private final Partitioning partitioning;

  PartitionShards(Partitioning partitioning) {
    this.partitioning = partitioning;
  }

  @Override
  public String entityId(ShardingEnvelope<M> envelope) {
    return envelope.entityId();
  }

  @Override
  public String shardId(String entityId) {
    return Integer.toString(partitioning.partitionOf().applyAsInt(entityId));
  }

  @Override
  public M unwrapMessage(ShardingEnvelope<M> envelope) {
    return envelope.message();
  }
}
