package kongo.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import kongo.bench.RulesFigures.Rejudged;
import kongo.bench.RulesFigures.Untouched;
import kongo.local.LocalFailure;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.simulator.SimulatedRecord;
import org.HdrHistogram.Histogram;

/** What it costs to change the rule book of an engine that has lived through a week: books that touch nothing, then one that has everything judged anew beside a load. */
public final class RuleChanges {

  private static final long POLL_MILLIS = 50;
  private static final Duration IDLE = Duration.ofSeconds(5);
  /** What is deferred or cleaned up after a load is done by then. */
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final Duration LONG_AFTER_NOW = Duration.ofDays(3_650);
  private static final double MICROS = 1e3;

  private final RulesSettings rules;
  private final Consumer<String> say;
  private final BenchCluster cluster;
  private final BenchRecords records;
  private final BenchBooks books;
  private double engineIdle;
  private double allIdle;

  private RuleChanges(RulesSettings rules, Consumer<String> say, BenchCluster cluster) {
    this.rules = rules;
    this.say = say;
    this.cluster = cluster;
    this.records = new BenchRecords(rules.world());
    this.books = new BenchBooks(cluster.book());
  }

  /** What a load was like: the engine's CPU seconds a second, and how long its violations took. */
  private record Under(double engineCpu, Histogram latencies, Histogram ofAll, double senderBehindMs) {}

  /** On a fresh cluster. */
  public static Verified<RulesFigures> run(ClusterSettings settings, RulesSettings rules) throws Exception {
    settings.say().accept("starting Kafka and Cassandra");
    try (BenchCluster cluster = BenchCluster.start(settings)) {
      RulesFigures figures = new RuleChanges(rules, settings.say(), cluster).measure();
      return rules.verify() ? Verified.of(figures, cluster, settings.say()) : Verified.unverified(figures);
    }
  }

  private RulesFigures measure() throws InterruptedException {
    long readings = live();
    try (SpreadWatch spread = SpreadWatch.of(cluster, rules.patience(), say)) {
      measureIdle();
      Untouched scheduled = untouched(spread, "from long after now on", number -> books.ofEverything(), Instant.now().plus(LONG_AFTER_NOW).toEpochMilli());
      Untouched ofNobody = untouched(spread, "with one rule more, for nobody", books::ofNobody, RuleHistory.EVER);
      Rejudged ofEverything = rejudged(spread, readings);
      return RulesFigures.of(spread.locations(), readings, scheduled, ofNobody, ofEverything);
    }
  }

  /** Lives through the time of which everything is to be judged anew; answers how many readings that are. */
  private long live() throws InterruptedException {
    CheckCounter counter = new CheckCounter(cluster.book());
    Filling settling = Filling.run(cluster.bootstrap(), records.settling(), counter);
    Filling running = Filling.run(cluster.bootstrap(), records.running(rules.readings()), counter);
    say.accept("filled with %s, then with %s; starting the engine".formatted(settling.delivered(), running.delivered()));
    cluster.startMeasuredNodes();
    double seconds = DrainWatch.run(cluster, rules.patience()).timeline().seconds();
    say.accept("taken in within %.0f s".formatted(seconds));
    return running.delivered().sensors();
  }

  private void measureIdle() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SETTLING.toMillis());
    CpuTimes before = CpuTimes.of(cluster.processes());
    TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
    CpuTimes idle = CpuTimes.of(cluster.processes()).since(before);
    engineIdle = idle.engine() / IDLE.toSeconds();
    allIdle = idle.total() / IDLE.toSeconds();
  }

  private Untouched untouched(SpreadWatch spread, String what, IntFunction<RuleBook> books, long from) throws InterruptedException {
    List<SpreadCost> changes = new ArrayList<>();
    for (int number = 1; number <= rules.changes(); number++) {
      SpreadCost cost = spread.spread(books.apply(number), from).without(engineIdle, allIdle);
      say.accept("a book %s: known to all after %.1f s, %.2f ms of the engine's CPU for each Location, %.2f ms of all, %,.0f revisions".formatted(
          what, cost.seconds(), cost.engineCpuMillisPerLocation(), cost.cpuMillisPerLocation(), cost.revisions()));
      changes.add(cost);
    }
    return Untouched.of(changes);
  }

  private Rejudged rejudged(SpreadWatch spread, long readings) throws InterruptedException {
    try (OpenLoop loop = new OpenLoop(cluster.bootstrap(), rules.linger()); Backlog backlog = new Backlog(cluster.bootstrap())) {
      say.accept("%,.0f records/s, to begin with".formatted(rules.rate()));
      under(loop, backlog, () -> sleep(rules.length()));
      Under before = under(loop, backlog, () -> sleep(rules.length()));
      say.accept("before: p50 %.1f ms, p99 %.1f ms of %,d".formatted(at(before, 50), at(before, 99), before.latencies().getTotalCount()));
      SpreadCost[] cost = new SpreadCost[1];
      Under during = under(loop, backlog, () -> cost[0] = spread.spread(books.ofEverything(), rules.world().settledAt()));
      say.accept("a book that has everything judged anew: known to all after %.1f s, %,.0f revisions; p50 %.1f ms, p99 %.1f ms of %,d".formatted(
          cost[0].seconds(), cost[0].revisions(), at(during, 50), at(during, 99), during.latencies().getTotalCount()));
      return new Rejudged(
          cost[0].seconds(), cost[0].revisions(), cost[0].engineCpu(), before.engineCpu() * cost[0].seconds(), readings / cost[0].seconds(),
          at(during, 50), at(during, 99), at(during, 100), during.latencies().getTotalCount(), during.ofAll().getValueAtPercentile(99) / MICROS,
          at(before, 50), at(before, 99), at(before, 100), before.latencies().getTotalCount(), during.senderBehindMs());
    }
  }

  private static double at(Under load, double percentile) {
    return load.latencies().getValueAtPercentile(percentile) / MICROS;
  }

  /** Something that happens while the load comes in. */
  @FunctionalInterface
  private interface Deed {
    void run() throws InterruptedException;
  }

  private static void sleep(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }

  /** Returns when nothing is left of the load. */
  private Under under(OpenLoop loop, Backlog backlog, Deed deed) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Iterator<SimulatedRecord> running = records.running(Long.MAX_VALUE);
    Supplier<SimulatedRecord> source = () -> over.get() ? null : running.next();
    long from = System.currentTimeMillis();
    try (LatencyWatch latencies = LatencyWatch.start(cluster.bootstrap(), from, violation -> !BenchBooks.isStricter(violation.rule()));
        LatencyWatch ofAll = LatencyWatch.start(cluster.bootstrap(), from)) {
      CpuTimes cpu = CpuTimes.of(cluster.processes());
      long begin = System.nanoTime();
      CompletableFuture<Void> load = loop.start(new BoundedRecords(source), rules.rate(), rules.patience());
      deed.run();
      double seconds = (System.nanoTime() - begin) / 1e9;
      double engine = CpuTimes.of(cluster.processes()).since(cpu).engine();
      over.set(true);
      load.join();
      awaitRest(backlog);
      return new Under(engine / seconds, latencies.end(), ofAll.end(), loop.mostBehindMillis());
    }
  }

  private void awaitRest(Backlog backlog) throws InterruptedException {
    long records = backlog.records();
    Instant deadline = Instant.now().plus(rules.patience());
    while (backlog.committed() < records) {
      if (Instant.now().isAfter(deadline)) {
        throw new LocalFailure("The engine has not worked off the load within %s.".formatted(rules.patience()));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }
}
