package kongo.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How much the disks of a Linux machine read ahead: a large one costs Cassandra dearly (docs/performance.md). */
final class ReadAhead {

  private static final Pattern NO_DISK = Pattern.compile("(loop|ram|zram)\\d+");

  private ReadAhead() {}

  /**
   * KiB by the name of the disk; empty where the system does not tell.
   *
   * @param blockDevices /sys/block, or what looks like it
   */
  static Map<String, Integer> ofDisks(Path blockDevices) {
    Map<String, Integer> found = new TreeMap<>();
    try (DirectoryStream<Path> disks = Files.newDirectoryStream(blockDevices, device -> !NO_DISK.matcher(name(device)).matches())) {
      for (Path disk : disks) {
        found.put(name(disk), kiB(disk));
      }
    } catch (IOException | NumberFormatException unknown) {
      return Map.of();
    }
    return found;
  }

  private static String name(Path device) {
    return device.getFileName().toString();
  }

  private static int kiB(Path disk) throws IOException {
    return Integer.parseInt(Files.readString(disk.resolve("queue/read_ahead_kb")).strip());
  }
}
