package kongo.drill;

import java.nio.file.Path;
import java.util.Optional;
import kongo.local.NodeHome;

/** What a cluster stands on: addresses, networks, disks. */
interface Ground extends AutoCloseable {

  /** Loopback and the ordinary disk. */
  Ground ORDINARY = new Ground() {};

  /** Why it cannot be had on this machine; nothing if it can. */
  default Optional<String> refused() {
    return Optional.empty();
  }

  /** Before the cluster is started in this folder, which is empty. */
  default void prepare(Path folder) {}

  /** The address of Kafka and Cassandra. */
  default String storesHost() {
    return NodeHome.LOOPBACK.host();
  }

  /** @param number 1 for the first node */
  default NodeHome home(int number) {
    return NodeHome.LOOPBACK;
  }

  @Override
  default void close() {}
}
