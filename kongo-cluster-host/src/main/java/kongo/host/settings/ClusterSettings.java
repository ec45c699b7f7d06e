package kongo.host.settings;

import java.time.Duration;
import java.util.List;

/**
 * How a node finds its cluster.
 *
 * @param port 0 takes a free one
 * @param trustedNetwork whether the operator vouches that only nodes of the cluster reach the port
 * @param seedNodes empty: this node alone
 * @param formAfter how long to ask for a cluster before trying to begin one
 * @param leaseTtl how long the cluster's lease outlives its last member
 */
public record ClusterSettings(
    String name, String host, int port, boolean trustedNetwork, List<HostPort> seedNodes, Duration formAfter, Duration leaseTtl) {

  static ClusterSettings read(SettingReader reader) {
    return new ClusterSettings(
        reader.text("cluster.name", "[A-Za-z0-9][A-Za-z0-9-]{0,62}", "letters, digits and \"-\""),
        reader.text("cluster.host", "[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]", "a host name or an address"),
        reader.integer("cluster.port", 0, 65_535),
        reader.flag("cluster.trusted-network"),
        reader.addresses("cluster.seed-nodes", 0),
        reader.duration("cluster.form-after", Duration.ZERO, Duration.ofMinutes(10)),
        reader.duration("cluster.lease-ttl", Duration.ofSeconds(5), Duration.ofMinutes(10)));
  }
}
