package kongo.actors;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Address;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.sharding.external.ExternalShardAllocationStrategy;
import org.apache.pekko.util.Timeout;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Map;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Shards are where their partitions are consumed. None is moved while a node with shards is out of reach: such a move
 * waits for that node's word, for a minute if the node is removed meanwhile, and once it is removed its shards are
 * placed anew anyway.
 */
final class PartitionAllocation extends ExternalShardAllocationStrategy {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Cluster cluster;

  PartitionAllocation(ActorSystem system, String typeName) {
    super(system, typeName, Timeout.create(TIMEOUT));
    this.cluster = Cluster.get(system);
  }

  @Override
  public Future<scala.collection.immutable.Set<String>> rebalance(
      Map<ActorRef, IndexedSeq<String>> shards, scala.collection.immutable.Set<String> inProgress) {
    return reaches(CollectionConverters.asJava(shards.keySet()))
        ? super.rebalance(shards, inProgress)
        : Future.successful(scala.collection.immutable.Set$.MODULE$.<String>empty());
  }

  /** Whether all of these are on members that answer. */
  boolean reaches(Set<ActorRef> regions) {
    Set<Member> unreachable = cluster.state().getUnreachable();
    Set<Address> reachable = new HashSet<>();
    cluster.state().getMembers().forEach(member -> {
      if (!unreachable.contains(member)) {
        reachable.add(member.address());
      }
    });
    return regions.stream().map(this::addressOf).allMatch(reachable::contains);
  }

  private Address addressOf(ActorRef region) {
    Address address = region.path().address();
    return address.hasLocalScope() ? cluster.selfMember().address() : address;
  }
}
