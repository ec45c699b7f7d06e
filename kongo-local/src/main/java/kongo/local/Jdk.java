package kongo.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java runtime on this machine.
 *
 * @param home its folder, as JAVA_HOME names it
 * @param feature its version, such as 17
 */
public record Jdk(Path home, int feature) {

  private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");
  private static final int TELLS_OF_UNSAFE = 24;

  /** The one that this process runs on. */
  public static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The one in this folder, if there is one. */
  static Optional<Jdk> at(Path home) {
    var release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.isReadable(release)) {
      return Optional.empty();
    }
    try {
      Matcher version = VERSION.matcher(Files.readString(release));
      return version.find() ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1)))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  /** So that it does not warn of what libraries do, which nobody here can change. */
  List<String> quiet() {
    return feature < TELLS_OF_UNSAFE
        ? List.of()
        : List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
  }
}
