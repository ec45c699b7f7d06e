package kongo.host.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads single settings below {@code kongo} and collects what is wrong with them. */
final class SettingReader {

  private static final HostPort NO_ADDRESS = new HostPort("", 0);

  private final Config config;
  private final List<String> problems = new ArrayList<>();

  SettingReader(Config config) {
    this.config = config;
  }

  /** @throws InvalidSettingsException if any setting was refused */
  void finish() {
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  String text(String key, String pattern, String allowed) {
    return read(key, allowed, "", () -> config.getString(path(key)), text -> text.matches(pattern));
  }

  int integer(String key, int min, int max) {
    String allowed = "a whole number from %d to %d".formatted(min, max);
    return read(key, allowed, min, () -> whole(key), number -> number >= min && number <= max);
  }

  /** The library would cut a fraction off. */
  private int whole(String key) {
    String text = config.getString(path(key)).strip();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ConfigException.BadValue(path(key), "no whole number: " + text, e);
    }
  }

  /** A size, as a number or with a unit. */
  long bytes(String key, long min, long max) {
    String allowed = "a size from %d to %d bytes, such as 512 KiB or 1 MiB".formatted(min, max);
    return read(key, allowed, min, () -> config.getBytes(path(key)), number -> number >= min && number <= max);
  }

  boolean flag(String key) {
    return read(key, "on or off", false, () -> config.getBoolean(path(key)), flag -> true);
  }

  Duration duration(String key, Duration min, Duration max) {
    String allowed = "a duration from %s to %s in whole milliseconds, such as 500ms, 5s, 90m, 30d".formatted(inWords(min), inWords(max));
    return read(
        key,
        allowed,
        min,
        () -> config.getDuration(path(key)),
        d -> d.compareTo(min) >= 0 && d.compareTo(max) <= 0 && d.toNanos() % 1_000_000 == 0);
  }

  /** In whole milliseconds, with the offset from UTC. */
  Instant instant(String key, Instant min, Instant max) {
    String allowed = "a time from %s to %s in whole milliseconds, such as 2000-01-01T00:00Z".formatted(min, max);
    return read(
        key,
        allowed,
        min,
        () -> time(config.getString(path(key))),
        t -> !t.isBefore(min) && !t.isAfter(max) && t.equals(t.truncatedTo(ChronoUnit.MILLIS)));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeParseException e) {
      throw new ConfigException.BadValue("time", e.getMessage(), e);
    }
  }

  /** Addresses as a list, or as one text with commas. */
  List<HostPort> addresses(String key, int atLeast) {
    String allowed = "host:port,host:port (ports 1 to 65535)" + (atLeast > 0 ? ", at least one" : "");
    return read(
        key,
        allowed,
        List.of(),
        () -> listed(key).stream().map(text -> HostPort.parse(text).orElse(NO_ADDRESS)).toList(),
        addresses -> addresses.size() >= atLeast && !addresses.contains(NO_ADDRESS));
  }

  private List<String> listed(String key) {
    if (config.getValue(path(key)).valueType() == ConfigValueType.LIST) {
      return config.getStringList(path(key));
    }
    String text = config.getString(path(key));
    return text.isBlank() ? List.of() : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  Optional<Path> file(String key) {
    return read(
        key,
        "a readable file, or empty",
        Optional.empty(),
        () -> Optional.of(config.getString(path(key))).filter(text -> !text.isBlank()).map(SettingReader::filePath),
        file -> file.map(f -> Files.isRegularFile(f) && Files.isReadable(f)).orElse(true));
  }

  private static Path filePath(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new ConfigException.BadValue("file", e.getMessage(), e);
    }
  }

  /** Free-form settings, sorted by name; nested names are joined with dots. */
  Map<String, String> texts(String key) {
    return read(key, "names and values", Map.<String, String>of(), () -> flattened(config.getConfig(path(key))), t -> true);
  }

  private static Map<String, String> flattened(Config part) {
    var texts = new TreeMap<String, String>();
    part.entrySet()
        .forEach(e -> texts.put(String.join(".", ConfigUtil.splitPath(e.getKey())), e.getValue().unwrapped().toString()));
    return texts;
  }

  void refuse(String key, String allowed, Object actual) {
    problems.add("%s has to be %s, but it is %s.".formatted(path(key), allowed, shown(actual)));
  }

  private static String shown(Object actual) {
    return actual instanceof String ? "\"" + actual + "\"" : String.valueOf(actual);
  }

  private <T> T read(
      String key, String allowed, T substitute, Supplier<T> value, Predicate<T> isAllowed) {
    try {
      T read = value.get();
      if (isAllowed.test(read)) {
        return read;
      }
    } catch (ConfigException e) {
      // Told below, in the words of all other refusals.
    }
    refuse(key, allowed, config.hasPath(path(key)) ? config.getValue(path(key)).unwrapped() : "missing");
    return substitute;
  }

  private static String path(String key) {
    return "kongo." + key;
  }

  private static String inWords(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + "d";
    }
    return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }
}
