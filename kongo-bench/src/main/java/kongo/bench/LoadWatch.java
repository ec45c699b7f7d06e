package kongo.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Watches the engine under a load: how far it is behind, and what it costs. */
final class LoadWatch {

  private static final long EVERY_MILLIS = 500;
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private final BenchCluster cluster;
  private final Backlog backlog;
  private final OpenLoop loop;
  private final double receivedBefore;
  private final long committedBefore;
  private final long acknowledgedBefore;
  private final Slope seen = new Slope();
  private final Slope durable = new Slope();
  private long acknowledged;
  private double seconds;
  private CpuTimes cpu;
  private double rows;

  /** To be made while nothing is under way. */
  LoadWatch(BenchCluster cluster, Backlog backlog, OpenLoop loop) throws InterruptedException {
    this.cluster = cluster;
    this.backlog = backlog;
    this.loop = loop;
    this.receivedBefore = Scrape.of(cluster.nodes()).received();
    this.committedBefore = backlog.committed();
    this.acknowledgedBefore = loop.acknowledged();
  }

  /** Watches for a while, or until the load ends. */
  LoadWatch watch(Duration length, CompletableFuture<Void> load) throws InterruptedException {
    long begin = System.nanoTime();
    long acknowledgedAtBegin = loop.acknowledged();
    CpuTimes cpuAtBegin = CpuTimes.of(cluster.processes());
    double rowsAtBegin = Scrape.of(cluster.nodes()).journalRows();
    while (seconds < length.toMillis() / 1e3 && !load.isDone()) {
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
      seconds = (System.nanoTime() - begin) / SECOND;
      look();
    }
    cpu = CpuTimes.of(cluster.processes()).since(cpuAtBegin);
    acknowledged = loop.acknowledged() - acknowledgedAtBegin;
    seconds = (System.nanoTime() - begin) / SECOND;
    rows = Scrape.of(cluster.nodes()).journalRows() - rowsAtBegin;
    return this;
  }

  private void look() throws InterruptedException {
    long sent = loop.acknowledged() - acknowledgedBefore;
    long committed = backlog.committed() - committedBefore;
    double received = Scrape.of(cluster.nodes()).received() - receivedBefore;
    // The load goes on between the questions, so that a difference can be below nothing.
    seen.add(seconds, Math.max(0, sent - received));
    durable.add(seconds, Math.max(0, sent - committed));
  }

  Slope seen() {
    return seen;
  }

  Slope durable() {
    return durable;
  }

  long acknowledged() {
    return acknowledged;
  }

  double seconds() {
    return seconds;
  }

  CpuTimes cpu() {
    return cpu;
  }

  double rows() {
    return rows;
  }
}
