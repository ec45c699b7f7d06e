package kongo.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The class path of a process that must not share this one, as its runtime module wrote it at build time. */
public final class RuntimeClassPath {

  private static final String WRITTEN = "target/classpath";

  private RuntimeClassPath() {}

  /** Of "kafka" or "cassandra". */
  static List<String> of(String store) {
    return entries(find(Path.of("kongo-local", store + "-runtime", WRITTEN)));
  }

  /** Of the module in this folder of the project: its own classes, and what they depend on. */
  public static List<String> ofModule(Path module) {
    var file = find(module.resolve(WRITTEN));
    return Stream.concat(Stream.of(file.resolveSibling("classes").toString()), entries(file).stream()).toList();
  }

  private static List<String> entries(Path file) {
    var entries = List.of(read(file).strip().split(File.pathSeparator));
    entries.stream().filter(entry -> !Files.exists(Path.of(entry))).findFirst().ifPresent(missing -> {
      throw new LocalFailure("%s names %s, which is gone: build again with mvn package.".formatted(file, missing));
    });
    return entries;
  }

  /** A file of the project, by its path in there. */
  static Path find(Path relative) {
    return Stream.of(System.getProperty("kongo.home"), codeSource(), System.getProperty("user.dir"))
        .filter(Objects::nonNull)
        .map(start -> upwards(Path.of(start).toAbsolutePath(), relative))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new LocalFailure("%s is not there: build first with mvn package.".formatted(relative)));
  }

  private static Optional<Path> upwards(Path start, Path relative) {
    return Stream.iterate(start, Objects::nonNull, Path::getParent).map(dir -> dir.resolve(relative)).filter(Files::isRegularFile).findFirst();
  }

  private static String codeSource() {
    try {
      return Path.of(RuntimeClassPath.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
