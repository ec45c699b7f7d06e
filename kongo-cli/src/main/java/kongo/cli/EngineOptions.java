package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kongo.host.settings.NodeSettings;
import kongo.verify.VerifySettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which engine is checked; what is not given is as its nodes have it. */
final class EngineOptions {

  private static final Duration QUIET = Duration.ofSeconds(2);

  @Mixin private KafkaOptions kafka;

  @Option(names = "--group", paramLabel = "NAME", description = "Name of the engine's consumer groups (default: that of the settings, kongo).")
  private Optional<String> group = Optional.empty();

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long to wait for rest at most (default: 10m).")
  private Duration wait = Duration.ofMinutes(10);

  boolean isKafkaGiven() {
    return kafka.isGiven();
  }

  /** @param rules file of the rule book, if not that of the settings */
  VerifySettings verify(DataOption data, SettingsOption settings, Optional<Path> rules) {
    NodeSettings node = settings.node();
    return new VerifySettings(
        kafka.client(data, settings), node.kafka().topics(), group.orElse(node.kafka().group()), settings.book(rules),
        Duration.ofMillis(node.location().retentionMillis()), node.location().series(), node.profileBytes(), node.eventTime(), wait, QUIET);
  }
}
