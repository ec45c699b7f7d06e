package kongo.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kongo.replay.Journal;
import kongo.replay.JournalSettings;
import kongo.replay.Replay;
import kongo.replay.Replayed;
import kongo.verify.ComparedFields;

/**
 * What it takes to rebuild all violations from the journals of a drain, the nodes stopped.
 *
 * @param cpuSeconds of this process, which reads and judges
 * @param readingsPerCpuSecond what one core of this process can do
 * @param equal whether its violations are those that the drain published; true if that was not asked
 */
public record ReplayFigures(
    long readings, long rows, long goods, long locations, double seconds, double readingsPerSecond, double cpuSeconds,
    double readingsPerCpuSecond, double cassandraCpuSeconds, int violations, boolean equal) {

  private static final String KEYSPACE = "kongo";
  private static final Duration RETENTION = Duration.ofDays(30);

  /** Drains, then replays. */
  public static Verified<ReplayFigures> run(ClusterSettings settings, DrainSettings drain) throws Exception {
    return Drain.run(settings, drain, (cluster, drained) -> {
      cluster.stopNodes();
      return drained.with(of(cluster, drained, settings.say()));
    });
  }

  private static ReplayFigures of(BenchCluster cluster, Verified<DrainFigures> drained, Consumer<String> say) {
    var cassandra = cluster.stores().cassandra();
    Map<String, Long> store = Map.of("cassandra", cassandra.process().pid());
    try (Journal journal = Journal.open(new JournalSettings(cassandra.contactPoint(), cassandra.datacenter(), KEYSPACE, Optional.empty()))) {
      CpuTimes before = CpuTimes.of(store);
      double own = ownCpuSeconds();
      Replayed replayed = Replay.run(journal, List.of(cluster.book()), RETENTION, say);
      return of(replayed, ownCpuSeconds() - own, CpuTimes.of(store).since(before).total(), isEqual(replayed, drained));
    }
  }

  private static ReplayFigures of(Replayed replayed, double cpu, double cassandraCpu, boolean equal) {
    return new ReplayFigures(
        replayed.readings(), replayed.rows(), replayed.goods(), replayed.locations(), replayed.time().toMillis() / 1e3,
        replayed.readingsPerSecond(), cpu, replayed.readings() / Math.max(1e-3, cpu), cassandraCpu,
        replayed.violations().get(0).size(), equal);
  }

  private static boolean isEqual(Replayed replayed, Verified<DrainFigures> drained) {
    String digest = ComparedFields.digest(replayed.violations().get(0));
    return drained.verdict().map(verdict -> ComparedFields.digest(verdict.observed()).equals(digest)).orElse(true);
  }

  private static double ownCpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }
}
