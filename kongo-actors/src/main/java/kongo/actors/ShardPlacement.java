package kongo.actors;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.external.ExternalShardAllocation;
import org.apache.pekko.cluster.typed.Cluster;

/** Moves shards to this node when their partitions are consumed here. */
public final class ShardPlacement {

  private final ActorSystem<?> system;

  ShardPlacement(ActorSystem<?> system) {
    this.system = system;
  }

  /** The Locations whose readings are in these partitions of the sensors topic. */
  public CompletionStage<Done> locationsHere(Collection<Integer> partitions) {
    return here(LocationEntity.TYPE_KEY.name(), partitions);
  }

  /** The Goods whose moves are in these partitions of the rfid topic. */
  public CompletionStage<Done> goodsHere(Collection<Integer> partitions) {
    return here(GoodsEntity.TYPE_KEY.name(), partitions);
  }

  private CompletionStage<Done> here(String type, Collection<Integer> partitions) {
    Address self = Cluster.get(system).selfMember().address();
    Map<String, Address> locations =
        partitions.stream().distinct().collect(Collectors.toMap(partition -> Integer.toString(partition), p -> self));
    return ExternalShardAllocation.get(system).getClient(type).setShardLocations(locations);
  }
}
