package kongo.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import kongo.host.KongoNode;
import kongo.host.settings.InvalidSettingsException;
import kongo.host.settings.NodeConfig;
import kongo.local.LocalFailure;
import kongo.local.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one cluster node in this process until it is asked to stop. */
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    description = "Run one cluster node against any Kafka and Cassandra: those of the options, the KONGO_... variables or the file "
        + "KONGO_CONFIG, else those that ./kongo local runs.",
    footer = {
      "",
      "Everything else is set in a file of your own (KONGO_CONFIG) or by KONGO_... variables; hocon/node.conf says how.",
      "Exit codes: 0 or 143 stopped, 2 refused (settings, another rule book), 70 start failed, 74 not joined,",
      "75 downed, 76 paused for too long, 77 another cluster has the lease. After 70 and above, start it again."
    })
public final class NodeCommand implements Runnable {

  @Mixin private DataOption data;

  @Option(names = "--kafka", paramLabel = "HOST:PORT,...", description = "Kafka (KONGO_KAFKA).")
  private String kafka;

  @Option(names = "--cassandra", paramLabel = "HOST:PORT,...", description = "Cassandra (KONGO_CASSANDRA).")
  private String cassandra;

  @Option(names = "--keyspace", description = "Keyspace of the cluster's data (KONGO_KEYSPACE).")
  private String keyspace;

  @Option(names = "--host", description = "Address at which other nodes reach this one (KONGO_HOST).")
  private String host;

  @Option(names = "--port", description = "Port at which other nodes reach this one, 0 for a free one (KONGO_PORT).")
  private String port;

  @Option(names = "--seed-nodes", paramLabel = "HOST:PORT,...", description = "Nodes to ask for the cluster (KONGO_SEED_NODES).")
  private String seedNodes;

  @Option(names = "--http-port", description = "Port of the HTTP interface, 0 for a free one (KONGO_HTTP_PORT).")
  private String httpPort;

  @Option(names = "--health-port", description = "Port of health and metrics, 0 for a free one (KONGO_HEALTH_PORT).")
  private String healthPort;

  @Option(names = "--rules", paramLabel = "FILE", description = "Rule book (KONGO_RULES).")
  private String rules;

  @Override
  public void run() {
    KongoNode.run(withKnownPorts(ConfigFactory.parseMap(given(), "command line")));
  }

  /** With ports for 0, so that it can be told where this node answers. What is wrong with the settings is told by the start. */
  private Config withKnownPorts(Config given) {
    try {
      var http = NodeConfig.load(given).settings().http();
      int known = known(http.port());
      int knownHealth = known(http.healthPort());
      keep(http.host() + ":" + known, http.host() + ":" + knownHealth);
      var ports = Map.of("kongo.http.port", known, "kongo.http.health-port", knownHealth);
      return ConfigFactory.parseMap(ports, "free ports").withFallback(given);
    } catch (InvalidSettingsException | ConfigException told) {
      return given;
    }
  }

  private static int known(int port) {
    return port == 0 ? Ports.anyFree() : port;
  }

  /** For {@code status} and {@code logs}, where there is a data folder, or one is named. */
  private void keep(String http, String health) {
    if (!data.isGiven() && !Files.isDirectory(data.folder())) {
      return;
    }
    try {
      LoneNode.here(http, health).keep(data.folder());
    } catch (IOException | LocalFailure problem) {
      System.err.println("./kongo status will not show this node: " + problem.getMessage());
    }
  }

  private Map<String, String> given() {
    var given = new HashMap<String, String>();
    if (System.getenv("KONGO_CONFIG") == null) {
      LocalEnvironment.running(data.folder()).ifPresent(local -> takeStores(given, local));
    }
    put(given, "kongo.kafka.bootstrap-servers", kafka);
    put(given, "kongo.cassandra.contact-points", cassandra);
    put(given, "kongo.cassandra.keyspace", keyspace);
    put(given, "kongo.cluster.host", host);
    put(given, "kongo.cluster.port", port);
    put(given, "kongo.cluster.seed-nodes", seedNodes);
    put(given, "kongo.http.port", httpPort);
    put(given, "kongo.http.health-port", healthPort);
    put(given, "kongo.rules.file", rules);
    return given;
  }

  private static void takeStores(Map<String, String> given, LocalEnvironment local) {
    putUnlessSet(given, "kongo.kafka.bootstrap-servers", "KONGO_KAFKA", local.kafka());
    putUnlessSet(given, "kongo.cassandra.contact-points", "KONGO_CASSANDRA", local.cassandra());
    putUnlessSet(given, "kongo.cassandra.datacenter", "KONGO_CASSANDRA_DATACENTER", local.datacenter());
  }

  private static void putUnlessSet(Map<String, String> given, String key, String variable, String value) {
    if (System.getenv(variable) == null) {
      given.put(key, value);
    }
  }

  private static void put(Map<String, String> given, String key, String value) {
    if (value != null) {
      given.put(key, value);
    }
  }
}
