package kongo.cli;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say where Kafka is; what is not given is as the nodes have it. */
final class KafkaOptions {

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: those of the settings, else the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka clients, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  boolean isGiven() {
    return kafka.isPresent();
  }

  /** Settings of the clients, bootstrap servers included. */
  Map<String, String> client(DataOption data, SettingsOption settings) {
    Map<String, String> all = new TreeMap<>(settings.node().kafka().client());
    all.putAll(client);
    all.put("bootstrap.servers", bootstrap(data, settings));
    return all;
  }

  private String bootstrap(DataOption data, SettingsOption settings) {
    return kafka
        .or(() -> settings.address("KONGO_KAFKA", settings.node().kafka().bootstrapServers()))
        .orElseGet(() -> LocalEnvironment.require(data.folder()).kafka());
  }
}
