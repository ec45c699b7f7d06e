package kongo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine must have before anything is started on it. */
public final class Machine {

  private static final Path MEMINFO = Path.of("/proc/meminfo");

  private Machine() {}

  /** Refuses too little free memory or disk, in mebibytes. */
  public static void require(Path data, long memoryMiB, long diskMiB) {
    refuseLess("memory", availableMemoryMiB(), memoryMiB, "close something or use a larger machine");
    refuseLess("disk space at " + data, usableDiskMiB(data), diskMiB, "delete something or give another --data folder");
  }

  static void refuseLess(String what, long there, long needed, String remedy) {
    if (there < needed) {
      throw new LocalFailure("Too little %s: %d MiB free, %d MiB needed; %s.".formatted(what, there, needed, remedy));
    }
  }

  private static long availableMemoryMiB() {
    // The bean knows the container's limit, only the kernel knows what could be freed.
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Math.min(system.getTotalMemorySize() >> 20, kernelAvailableMiB());
  }

  private static long kernelAvailableMiB() {
    if (!Files.isReadable(MEMINFO)) {
      return Long.MAX_VALUE;
    }
    try (var lines = Files.lines(MEMINFO)) {
      return lines.filter(line -> line.startsWith("MemAvailable:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst().orElse(Long.MAX_VALUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long usableDiskMiB(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace() >> 20;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
