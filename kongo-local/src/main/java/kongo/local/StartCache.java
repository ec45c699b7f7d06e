package kongo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What one run of a JVM left behind so that the next ones start faster: classes that are loaded and linked, and from JDK
 * 25 on the profiles of what was hot. It is of one JDK and one class path; a JVM that finds it unfit starts without it.
 */
public final class StartCache {

  /** From here on a JVM keeps profiles, too, and by one flag. */
  private static final int KEEPS_PROFILES = 25;

  private final Jdk jdk;
  private final Path folder;
  private final String program;
  private final String name;

  private StartCache(Path folder, String program, Jdk jdk, List<String> classPath) {
    this.jdk = jdk;
    this.folder = folder;
    this.program = program;
    this.name = nameOf(program, jdk, classPath);
  }

  /** In target/start of the project; the launcher finds that of a node by the same name. */
  static StartCache of(String program, Jdk jdk, List<String> classPath) {
    return in(RuntimeClassPath.find(NodeFlags.FILE).getParent().resolveSibling("target").resolve("start"), program, jdk, classPath);
  }

  static StartCache in(Path folder, String program, Jdk jdk, List<String> classPath) {
    return new StartCache(folder, program, jdk, classPath);
  }

  /** What it is called, but for its size. */
  public static String nameOf(String program, Jdk jdk, List<String> classPath) {
    return "%s-jdk-%d-%s".formatted(program, jdk.feature(), key(jdk, classPath));
  }

  /** Its size is part of its name: JDK 17 does not end well with one that was cut. */
  public Optional<Path> file() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var all = Files.newDirectoryStream(folder, name + "-*")) {
      for (var each : all) {
        if (each.equals(named(Files.size(each)))) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path named(long bytes) {
    return folder.resolve(name + "-" + bytes);
  }

  /** Flags of a JVM that is to start by it; none if there is none. A damaged one ends a JVM that does not verify it. */
  public List<String> use() {
    String flag = keepsProfiles() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    return file().map(file -> List.of(flag + file, "-XX:+VerifySharedSpaces")).orElse(List.of());
  }

  /** Flags of a JVM that leaves it behind at its orderly end, under another name until it is {@link #keep kept}. */
  public List<String> make() {
    createFolder();
    return List.of((keepsProfiles() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + begun());
  }

  /** Takes what a run left behind, in place of those of other class paths; answers the file, if there is any. */
  public Optional<Path> keep() {
    if (!Files.isRegularFile(begun())) {
      return Optional.empty();
    }
    try {
      removeOthers();
      return Optional.of(Files.move(begun(), named(Files.size(begun())), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeOthers() throws IOException {
    try (var others = Files.newDirectoryStream(folder, "%s-jdk-%d-*".formatted(program, jdk.feature()))) {
      for (var each : others) {
        if (!each.equals(begun())) {
          Files.delete(each);
        }
      }
    }
  }

  private void createFolder() {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(begun());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path begun() {
    return folder.resolve(name + ".new");
  }

  private boolean keepsProfiles() {
    return jdk.feature() >= KEEPS_PROFILES;
  }

  /** As the launcher computes it: of the JDK's release file, and name, size and time of all that is on the class path. */
  private static String key(Jdk jdk, List<String> classPath) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      hash.update(Files.readAllBytes(jdk.home().resolve("release")));
      for (var entry : classPath) {
        hash.update(line(Path.of(entry)).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(hash.digest()).substring(0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(Path entry) throws IOException {
    return "%s %d %d\n".formatted(entry, Files.size(entry), Files.getLastModifiedTime(entry).to(TimeUnit.SECONDS));
  }
}
