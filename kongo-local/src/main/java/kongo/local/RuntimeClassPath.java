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

/** The class path of a store, as its runtime module wrote it at build time. */
final class RuntimeClassPath {

  private RuntimeClassPath() {}

  /** Of "kafka" or "cassandra". */
  static List<String> of(String store) {
    var file = find(Path.of("kongo-local", store + "-runtime", "target", "classpath"));
    var entries = List.of(read(file).strip().split(File.pathSeparator));
    entries.stream().filter(entry -> !Files.exists(Path.of(entry))).findFirst().ifPresent(missing -> {
      throw new LocalFailure("%s names %s, which is gone: build again with mvn package.".formatted(file, missing));
    });
    return entries;
  }

  private static Path find(Path relative) {
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
