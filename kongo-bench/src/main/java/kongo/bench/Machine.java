package kongo.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a bench ran on.
 *
 * @param readAheadKiB of each disk
 * @param load1 the load of the last minute at the end of the bench: its own, and that of others
 */
public record Machine(int cores, double memoryGiB, String jvm, String system, Map<String, Integer> readAheadKiB, double load1) {

  static Machine here() {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Runtime.getRuntime().availableProcessors(), Math.rint(system.getTotalMemorySize() / (double) (1 << 30) * 10) / 10,
        System.getProperty("java.vm.name") + " " + Runtime.version(), system.getName() + " " + system.getVersion(),
        ReadAhead.ofDisks(Path.of("/sys/block")), system.getSystemLoadAverage());
  }
}
