package kongo.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Networks and disks of drills that were killed before they could remove them: known by the process id in their names. */
final class Leftovers {

  private static final Pattern NAME = Pattern.compile("kongo-(\\d+)(-\\w+)?");
  private static final Path NAMESPACES = Path.of("/run/netns");
  private static final Path INTERFACES = Path.of("/sys/class/net");
  private static final Path MOUNTS = Path.of("/proc/mounts");

  private Leftovers() {}

  /** What a drill of this process gives its things as a name, or as the begin of it; at most 15 characters long. */
  static String ownName() {
    return nameOf(ProcessHandle.current().pid());
  }

  static String nameOf(long pid) {
    return "kongo-" + pid;
  }

  /** Removes what belongs to no living process. */
  static void remove() {
    names(NAMESPACES).filter(Leftovers::isOrphan).forEach(name -> Shell.attempt("ip netns delete " + name));
    names(INTERFACES).filter(Leftovers::isOrphan).forEach(name -> Shell.attempt("ip link delete " + name));
    mounted().forEach(folder -> Shell.attempt("umount " + folder));
  }

  static boolean isOrphan(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches() && ProcessHandle.of(Long.parseLong(parts.group(1))).isEmpty();
  }

  private static Stream<String> names(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? Stream.empty() : Stream.of(names);
  }

  private static List<String> mounted() {
    try {
      return Files.exists(MOUNTS) ? mounted(Files.readAllLines(MOUNTS)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of these lines, each of which begins with what is mounted and where. */
  static List<String> mounted(List<String> lines) {
    return lines.stream().map(line -> line.split(" ")).filter(words -> isOrphan(words[0])).map(words -> words[1]).toList();
  }
}
