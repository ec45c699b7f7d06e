package kongo.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says how late an event may come, and so for how long what ended is kept. */
final class RetentionOption {

  /** What says the same to a node. */
  static final String VARIABLE = "KONGO_RETENTION";

  @Option(names = "--retention", paramLabel = "TIME", converter = DurationText.class,
      description = "How much later than a newer one an event may come, such as 2m or 30d; the books of what ended earlier are closed. "
          + "The data belongs to it (default: KONGO_RETENTION or that of the settings, 30d).")
  private Duration given;

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
