package kongo.host.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration of a node and the settings read from it.
 *
 * @param config resolved: also for Pekko, the journal and the driver
 */
public record NodeConfig(Config config, NodeSettings settings) {

  /** hocon/node.conf. */
  private static final String DOCUMENTED = "/kongo/host/node.conf";

  private static final List<String> FREE_FORM =
      List.of(
          "kongo.kafka.client",
          "kongo.kafka.consumer",
          "kongo.kafka.sensors-consumer",
          "kongo.kafka.producer",
          "kongo.cassandra.replication");

  /**
   * The configuration of this process: what is given, then system properties, the operator's file, the environment and
   * the defaults.
   *
   * @param given full keys, as in hocon/node.conf
   * @throws InvalidSettingsException if a setting has a wrong value
   */
  public static NodeConfig load(Config given) {
    try {
      Config operator = given.withFallback(operatorFile());
      Config defaults = ConfigFactory.defaultApplication().withFallback(ConfigFactory.defaultReferenceUnresolved());
      Config overrides = given.withFallback(ConfigFactory.defaultOverrides()).withFallback(operator);
      Config merged = overrides.withFallback(defaults).resolve();
      refuseUnknown(operator, merged);
      return of(merged);
    } catch (ConfigException e) {
      throw new InvalidSettingsException(List.of("The configuration cannot be read: " + e.getMessage()));
    }
  }

  private static Config operatorFile() {
    return Optional.ofNullable(System.getProperty("kongo.config"))
        .or(() -> Optional.ofNullable(System.getenv("KONGO_CONFIG")))
        .filter(file -> !file.isBlank())
        .map(NodeConfig::parse)
        .orElse(ConfigFactory.empty());
  }

  private static Config parse(String file) {
    try {
      return ConfigFactory.parseFile(new File(file), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException e) {
      throw new InvalidSettingsException(List.of("KONGO_CONFIG cannot be read: " + e.getMessage()));
    }
  }

  /** What a part of the node reads by a name of its own is no setting: it follows from one, or is the part's own affair. */
  private static void refuseUnknown(Config operator, Config merged) {
    Config documented = ConfigFactory.parseResources(NodeConfig.class, DOCUMENTED).resolve();
    List<String> unknown =
        operator.resolveWith(merged).withOnlyPath("kongo").entrySet().stream()
            .map(Map.Entry::getKey)
            .filter(path -> FREE_FORM.stream().noneMatch(free -> path.startsWith(free + ".")) && !documented.hasPathOrNull(path))
            .sorted()
            .map(path -> path + " is not a setting; hocon/node.conf has them all.")
            .toList();
    if (!unknown.isEmpty()) {
      throw new InvalidSettingsException(unknown);
    }
  }

  private static NodeConfig of(Config merged) {
    var reader = new SettingReader(merged);
    NodeSettings settings = NodeSettings.read(reader);
    ClusterPort.check(reader, merged, settings.cluster());
    reader.finish();
    return new NodeConfig(ConfigFactory.parseMap(derived(settings, merged)).withFallback(merged), settings);
  }

  private static Map<String, Object> derived(NodeSettings settings, Config merged) {
    CassandraSettings cassandra = settings.cassandra();
    String bindHost = merged.getString("kongo.cluster.bind-host");
    return Map.of(
        "kongo.kafka.bootstrap-servers",
        settings.kafka().bootstrapServers(),
        "datastax-java-driver.basic.contact-points",
        ConfigValueFactory.fromIterable(cassandra.contactPoints().stream().map(HostPort::toString).toList()),
        "datastax-java-driver.basic.load-balancing-policy.local-datacenter",
        cassandra.datacenter(),
        "pekko.remote.artery.bind.hostname",
        bindHost.isBlank() ? settings.cluster().host() : bindHost);
  }
}
