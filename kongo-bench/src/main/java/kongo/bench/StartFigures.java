package kongo.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kongo.local.CacheUse;
import kongo.local.Jdk;
import kongo.local.Jdks;
import kongo.local.LocalFailure;
import kongo.local.LocalNode;
import kongo.local.NodeJvm;

/**
 * How long a node takes to get ready beside stores that run, by medians over the rounds.
 *
 * @param way how it was started
 * @param ready seconds from the process's start until /ready says so
 * @param cpu seconds of processor time until then
 * @param steps seconds of each step as the node tells them; those that go on side by side do not add up
 */
public record StartFigures(
    String way, double ready, double readyLeast, double readyGreatest, double cpu, double cpuLeast, double cpuGreatest, Map<String, Double> steps) {

  private static final Pattern STEP = Pattern.compile("KongoNode (.+?)(?: at .*| in keyspace .*)? \\((\\d+\\.\\d) s\\)$");
  private static final long POLL_MILLIS = 25;
  private static final long LONGEST_SECONDS = 120;

  /** A way to start a node. */
  private record Way(String name, NodeJvm jvm) {}

  /** One start. */
  record Start(double ready, double cpu, Map<String, Double> steps) {}

  /** All ways in turn, and that so many times: what else goes on meanwhile falls on all of them. */
  public static List<Verified<StartFigures>> run(ClusterSettings settings, int rounds) throws InterruptedException {
    Map<Way, List<Start>> starts = new LinkedHashMap<>();
    ways(settings).forEach(way -> starts.put(way, new ArrayList<>()));
    try (BenchCluster cluster = BenchCluster.start(settings)) {
      start(cluster, settings.jvm());
      for (int round = 1; round <= rounds; round++) {
        for (Way way : starts.keySet()) {
          Start start = start(cluster, way.jvm());
          settings.say().accept("%d of %d, %s: ready after %.1f s and %.1f CPU seconds".formatted(round, rounds, way.name(), start.ready(), start.cpu()));
          starts.get(way).add(start);
        }
      }
    }
    return starts.entrySet().stream().map(each -> Verified.unverified(of(each.getKey().name(), each.getValue()))).toList();
  }

  private static List<Way> ways(ClusterSettings settings) {
    List<Way> ways = new ArrayList<>();
    for (Jdk jdk : Jdks.ofThisMachine().allForNodes()) {
      ways.add(new Way("JDK " + jdk.feature(), settings.jvm().on(jdk, CacheUse.IGNORE)));
      if (settings.jvm().on(jdk, CacheUse.USE).startsByCache()) {
        ways.add(new Way("JDK " + jdk.feature() + ", trained", settings.jvm().on(jdk, CacheUse.USE)));
      }
    }
    return ways;
  }

  private static Start start(BenchCluster cluster, NodeJvm jvm) throws InterruptedException {
    long begin = System.nanoTime();
    cluster.startNodes(jvm);
    LocalNode node = cluster.nodes().get(0);
    while (!node.ready()) {
      if (node.restarts() > 0 || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
        throw new LocalFailure("%s does not get ready; its log ends:%n  %s".formatted(node.name(), String.join("\n  ", node.process().lastLines(8))));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    double ready = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
    Start start = new Start(ready, CpuTimes.of(cluster.processes()).engine(), steps(node.process().lastLines(200)));
    cluster.stopNodes();
    return start;
  }

  static Map<String, Double> steps(List<String> log) {
    Map<String, Double> steps = new LinkedHashMap<>();
    log.stream().map(STEP::matcher).filter(Matcher::find).forEach(step -> steps.put(step.group(1), Double.valueOf(step.group(2))));
    return steps;
  }

  static StartFigures of(String way, List<Start> starts) {
    double[] ready = starts.stream().mapToDouble(Start::ready).sorted().toArray();
    double[] cpu = starts.stream().mapToDouble(Start::cpu).sorted().toArray();
    int last = starts.size() - 1;
    return new StartFigures(way, median(ready), ready[0], ready[last], median(cpu), cpu[0], cpu[last], medianSteps(starts));
  }

  private static Map<String, Double> medianSteps(List<Start> starts) {
    return starts.stream().flatMap(start -> start.steps().entrySet().stream())
        .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new, Collectors.collectingAndThen(
            Collectors.mapping(Map.Entry::getValue, Collectors.toList()),
            all -> median(all.stream().mapToDouble(Double::doubleValue).sorted().toArray()))));
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
