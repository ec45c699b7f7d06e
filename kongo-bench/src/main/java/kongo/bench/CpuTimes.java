package kongo.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much processor time each of some processes has taken since it was started, in seconds. */
record CpuTimes(Map<String, Double> seconds) {

  /** @param processes ids by name */
  static CpuTimes of(Map<String, Long> processes) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    processes.forEach((name, pid) -> seconds.put(name, secondsOf(pid)));
    return new CpuTimes(seconds);
  }

  private static double secondsOf(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).map(Duration::toMillis).orElse(0L) / 1e3;
  }

  CpuTimes since(CpuTimes earlier) {
    Map<String, Double> difference = new LinkedHashMap<>();
    seconds.forEach((name, now) -> difference.put(name, now - earlier.seconds.getOrDefault(name, 0.0)));
    return new CpuTimes(difference);
  }

  double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  double engine() {
    return seconds.entrySet().stream().filter(each -> each.getKey().startsWith("node-")).mapToDouble(Map.Entry::getValue).sum();
  }
}
