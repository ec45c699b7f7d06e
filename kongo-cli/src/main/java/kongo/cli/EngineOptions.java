package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kongo.host.settings.NodeSettings;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.verify.VerifySettings;
import picocli.CommandLine.Option;

/** The options that say which engine is checked; what is not given is as its nodes have it. */
final class EngineOptions {

  private static final Duration QUIET = Duration.ofSeconds(2);

  @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers (default: those of the settings, else the local Kafka of --data).")
  private Optional<String> kafka = Optional.empty();

  @Option(names = "--group", paramLabel = "NAME", description = "Name of the engine's consumer groups (default: that of the settings, kongo).")
  private Optional<String> group = Optional.empty();

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long to wait for rest at most (default: 10m).")
  private Duration wait = Duration.ofMinutes(10);

  @Option(names = "-X", paramLabel = "KEY=VALUE", description = "A setting of the Kafka clients, such as -Xsecurity.protocol=SSL.")
  private Map<String, String> client = new TreeMap<>();

  boolean isKafkaGiven() {
    return kafka.isPresent();
  }

  /** @param rules file of the rule book, if not that of the settings */
  VerifySettings verify(DataOption data, SettingsOption settings, Optional<Path> rules) {
    NodeSettings node = settings.node();
    Map<String, String> all = new TreeMap<>(node.kafka().client());
    all.putAll(client);
    all.put("bootstrap.servers", bootstrap(data, settings));
    RuleBook book = rules.or(node::rules).map(RuleBooks::load).orElseGet(RuleBooks::shipped);
    return new VerifySettings(
        all, node.kafka().topics(), group.orElse(node.kafka().group()), book,
        Duration.ofMillis(node.location().retentionMillis()), node.location().series(), node.maxAhead(), wait, QUIET);
  }

  private String bootstrap(DataOption data, SettingsOption settings) {
    return kafka
        .or(() -> settings.address("KONGO_KAFKA", settings.node().kafka().bootstrapServers()))
        .orElseGet(() -> LocalEnvironment.require(data.folder()).kafka());
  }
}
