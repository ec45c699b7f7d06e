package kongo.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kongo.host.settings.NodeSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how late an event may come, and so for how long what ended is kept. */
final class RetentionOption {

  /** What says the same to a node. */
  static final String VARIABLE = "KONGO_RETENTION";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Duration given;

  @Option(names = "--retention", paramLabel = "TIME", converter = DurationText.class,
      description = "How much later than a newer one an event may come, such as 2m or 30d; the books of what ended earlier are closed. "
          + "The data belongs to it (default: KONGO_RETENTION or that of the settings, 30d).")
  void set(Duration time) {
    if (time.compareTo(NodeSettings.SHORTEST_RETENTION) < 0 || time.compareTo(NodeSettings.LONGEST_RETENTION) > 0) {
      throw new ParameterException(
          command.commandLine(),
          "--retention has to be from %d s to %d d, but it is %d s."
              .formatted(
                  NodeSettings.SHORTEST_RETENTION.toSeconds(), NodeSettings.LONGEST_RETENTION.toDays(), time.toSeconds()));
    }
    given = time;
  }

  Optional<Duration> given() {
    return Optional.ofNullable(given);
  }

  /** As a setting of a node; nothing if it was not given. */
  Config config() {
    return ConfigFactory.parseMap(given().map(time -> Map.of("kongo.law.retention", text(time))).orElse(Map.of()));
  }

  /** In the environment of a node; nothing if it was not given. */
  Map<String, String> variables() {
    return given().map(time -> Map.of(VARIABLE, text(time))).orElse(Map.of());
  }

  private static String text(Duration time) {
    return time.toMillis() + " ms";
  }
}
