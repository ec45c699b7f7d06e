package kongo.host;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * A started node.
 *
 * @param http where its HTTP interface listens
 * @param health where it tells of its health
 */
public record RunningNode(ActorSystem<?> system, InetSocketAddress http, InetSocketAddress health, Readiness readiness) {

  /** Leaves the cluster in order: requests, streams, shard regions, membership, stores. */
  public CompletionStage<Done> stop() {
    return CoordinatedShutdown.get(system).runAll(CoordinatedShutdown.unknownReason());
  }
}
