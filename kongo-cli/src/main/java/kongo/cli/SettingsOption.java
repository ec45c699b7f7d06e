package kongo.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kongo.host.settings.InvalidSettingsException;
import kongo.host.settings.NodeConfig;
import kongo.host.settings.NodeSettings;
import kongo.local.FileProblem;
import kongo.local.LocalFailure;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nodes' settings, for those who look at what the nodes did. */
final class SettingsOption {

  @Option(names = "--config", paramLabel = "FILE", description = "The nodes' settings, as in KONGO_CONFIG: stores, keyspace, topics, group, rules, "
      + "law. KONGO_CONFIG and the other KONGO_... variables count as they do for a node.")
  private Optional<Path> config = Optional.empty();

  @Mixin private RetentionOption retention;

  private Optional<NodeSettings> settings = Optional.empty();

  NodeSettings node() {
    if (settings.isEmpty()) {
      settings = Optional.of(read());
    }
    return settings.get();
  }

  /**
   * The rule book.
   *
   * @param rules its file, if it is not that of the settings
   */
  RuleBook book(Optional<Path> rules) {
    return rules.or(node()::rules).map(RuleBooks::load).orElseGet(RuleBooks::shipped);
  }

  /** The file that they are in; it may have settings of the Cassandra driver as well. */
  Optional<Path> file() {
    return config.or(() -> Optional.ofNullable(System.getenv("KONGO_CONFIG")).map(Path::of));
  }

  /** An address, if it was set and is not only the default. */
  Optional<String> address(String variable, String value) {
    boolean isSet = file().isPresent() || System.getenv(variable) != null;
    return isSet ? Optional.of(value) : Optional.empty();
  }

  private NodeSettings read() {
    try {
      return NodeConfig.load(retention.config().withFallback(config.map(SettingsOption::parsed).orElse(ConfigFactory.empty()))).settings();
    } catch (InvalidSettingsException | ConfigException problem) {
      throw new LocalFailure(problem.getMessage(), problem);
    }
  }

  private static Config parsed(Path file) {
    try {
      Files.newInputStream(file).close();
    } catch (IOException problem) {
      throw FileProblem.of(file, problem, "name another --config");
    }
    return ConfigFactory.parseFile(file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
  }
}
