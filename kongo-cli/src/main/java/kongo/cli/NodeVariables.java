package kongo.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kongo.local.LocalStores;

/** What a local cluster node is told by its environment. */
final class NodeVariables {

  private NodeVariables() {}

  /** The remote ports are those of the cluster's internal connections, one for each node; any of them may begin the cluster. */
  static Map<String, String> of(LocalStores stores, List<Integer> remotePorts, int index, int httpPort) {
    var seeds = remotePorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    return Map.of(
        "KONGO_KAFKA", stores.kafka().bootstrap(),
        "KONGO_CASSANDRA", stores.cassandra().contactPoint(),
        "KONGO_CASSANDRA_DATACENTER", stores.cassandra().datacenter(),
        "KONGO_HOST", "127.0.0.1",
        "KONGO_PORT", Integer.toString(remotePorts.get(index)),
        "KONGO_HTTP_PORT", Integer.toString(httpPort),
        "KONGO_SEED_NODES", seeds);
  }
}
