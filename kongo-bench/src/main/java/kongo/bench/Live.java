package kongo.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kongo.local.LocalFailure;
import kongo.simulator.SimulatedRecord;

/** A settled engine under an open load: at one rate after the other, with what is left worked off in between. */
public final class Live implements AutoCloseable {

  private static final long POLL_MILLIS = 50;

  /** The load outlasts the looks at it. */
  private static final Duration OVERLAP = Duration.ofSeconds(1);

  private final LiveSettings live;
  private final Consumer<String> say;
  private final BenchCluster cluster;
  private final Backlog backlog;
  private final OpenLoop loop;
  private final Iterator<SimulatedRecord> records;

  private Live(LiveSettings live, Consumer<String> say, BenchCluster cluster, Iterator<SimulatedRecord> records) {
    this.live = live;
    this.say = say;
    this.cluster = cluster;
    this.records = records;
    this.backlog = new Backlog(cluster.bootstrap());
    this.loop = new OpenLoop(cluster.bootstrap(), live.linger());
  }

  /** On a fresh cluster; returns when the engine has taken in who there is. */
  public static Live start(ClusterSettings settings, LiveSettings live) throws InterruptedException {
    settings.say().accept("starting Kafka and Cassandra");
    BenchCluster cluster = BenchCluster.start(settings);
    try {
      BenchRecords records = new BenchRecords(live.world());
      Filling settling = Filling.run(cluster.bootstrap(), records.settling(), new CheckCounter(cluster.book()));
      settings.say().accept("the engine takes in who there is: %s".formatted(settling.delivered()));
      cluster.startMeasuredNodes();
      DrainWatch.run(cluster, live.patience());
      return new Live(live, settings.say(), cluster, records.running(Long.MAX_VALUE));
    } catch (RuntimeException | InterruptedException problem) {
      cluster.close();
      throw problem;
    }
  }

  /** What happens at a rate; afterwards nothing is left. */
  public LiveFigures at(double perSecond) throws InterruptedException {
    LoadWatch watch = new LoadWatch(cluster, backlog, loop);
    Instant countedFrom = Instant.now().plus(live.warmUp());
    try (LatencyWatch latencies = LatencyWatch.start(cluster.bootstrap(), countedFrom.toEpochMilli())) {
      CompletableFuture<Void> load = loop.start(records, perSecond, live.warmUp().plus(live.length()).plus(OVERLAP));
      TimeUnit.MILLISECONDS.sleep(live.warmUp().toMillis());
      watch.watch(live.length(), load);
      load.join();
      awaitRest();
      LiveFigures figures = LiveFigures.of(perSecond, watch, latencies.end(), loop);
      say.accept("%,.0f/s: p50 %.1f ms, p99 %.1f ms, lag grows by %,.0f/s: %s".formatted(
          perSecond, figures.p50Ms(), figures.p99Ms(), figures.durableLagSlope(), figures.sustained() ? "sustained" : "not sustained"));
      return figures;
    }
  }

  /** The same several times. */
  public List<LiveFigures> at(double perSecond, int times) throws InterruptedException {
    List<LiveFigures> runs = new ArrayList<>();
    for (int run = 0; run < times; run++) {
      runs.add(at(perSecond));
    }
    return runs;
  }

  private void awaitRest() throws InterruptedException {
    long records = backlog.records();
    Instant deadline = Instant.now().plus(live.patience());
    while (backlog.committed() < records) {
      if (Instant.now().isAfter(deadline)) {
        throw new LocalFailure("The engine has not worked off the load within %s; its log is in %s.".formatted(
            live.patience(), cluster.nodes().get(0).name()));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** All rates that were tried to find the highest one that is sustained, to about 10 %. */
  public List<LiveFigures> find(double from) throws InterruptedException {
    RateSearch search = new RateSearch(from);
    List<LiveFigures> tried = new ArrayList<>();
    while (!search.isOver()) {
      LiveFigures figures = at(search.next());
      tried.add(figures);
      search.told(figures.sustained());
    }
    return tried;
  }

  /** The figures with the verdict on everything that was sent, if it is wanted. */
  public List<Verified<LiveFigures>> verified(List<LiveFigures> figures) throws Exception {
    Verified<List<LiveFigures>> all = live.verify() ? Verified.of(figures, cluster, say) : Verified.unverified(figures);
    return figures.stream().map(all::with).toList();
  }

  @Override
  public void close() {
    loop.close();
    backlog.close();
    cluster.close();
  }
}
