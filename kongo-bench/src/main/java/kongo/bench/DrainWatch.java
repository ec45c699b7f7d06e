package kongo.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kongo.local.LocalFailure;
import kongo.local.LocalNode;

/** Watches nodes that were just started work off everything that is in the topics. */
final class DrainWatch {

  private static final long POLL_MILLIS = 25;
  private static final long SCRAPE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Duration START_TIME = Duration.ofMinutes(5);

  private final BenchCluster cluster;
  private final Backlog backlog;
  private final Timeline timeline = new Timeline();
  private double peakHeapBytes;
  private Scrape first;
  private CpuTimes cpuAtBegin;
  private long beginNanos;

  private DrainWatch(BenchCluster cluster, Backlog backlog) {
    this.cluster = cluster;
    this.backlog = backlog;
  }

  /** Returns when all is committed; fails if that takes longer than the patience. */
  static Measured run(BenchCluster cluster, Duration patience) throws InterruptedException {
    try (Backlog backlog = new Backlog(cluster.bootstrap())) {
      return new DrainWatch(cluster, backlog).watch(patience);
    }
  }

  private Measured watch(Duration patience) throws InterruptedException {
    long records = backlog.records();
    long before = backlog.committed();
    awaitFirstRecord();
    timeline.add(0, before, 0);
    long done = before;
    long nextScrape = beginNanos;
    while (done < records) {
      requireInTime(beginNanos, patience, "%,d of %,d records were not committed within %s".formatted(records - done, records, patience));
      done = backlog.committed();
      timeline.add((System.nanoTime() - beginNanos) / SECOND, done, cpu().engine());
      if (System.nanoTime() >= nextScrape) {
        scrape();
        nextScrape = System.nanoTime() + SCRAPE_NANOS;
      }
      TimeUnit.MILLISECONDS.sleep(done < records ? POLL_MILLIS : 0);
    }
    return measured(cpu(), scrape());
  }

  private CpuTimes cpu() {
    return CpuTimes.of(cluster.processes()).since(cpuAtBegin);
  }

  /** The measurement begins when the nodes were last seen to have taken nothing. */
  private void awaitFirstRecord() throws InterruptedException {
    long started = System.nanoTime();
    do {
      requireInTime(started, START_TIME, "No node has taken a record within %s".formatted(START_TIME));
      beginNanos = System.nanoTime();
      cpuAtBegin = CpuTimes.of(cluster.processes());
      first = Scrape.of(cluster.nodes());
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } while (first.received() == 0);
  }

  private void requireInTime(long since, Duration longest, String otherwise) {
    boolean inTime = System.nanoTime() - since < longest.toNanos();
    if (!inTime || cluster.nodes().stream().anyMatch(node -> !node.keepsRunning())) {
      throw new LocalFailure("%s; the log of the first node ends:%n  %s".formatted(
          otherwise, String.join(System.lineSeparator() + "  ", cluster.nodes().get(0).process().lastLines(8))));
    }
  }

  private Scrape scrape() throws InterruptedException {
    Scrape now = Scrape.of(cluster.nodes());
    peakHeapBytes = Math.max(peakHeapBytes, now.heapBytes());
    return now;
  }

  private Measured measured(CpuTimes cpu, Scrape last) {
    return new Measured(
        timeline, cpu, last.journalRows() - first.journalRows(), last.published() - first.published(), peakHeapBytes,
        last.gcSeconds() - first.gcSeconds(), last.allocatedBytes() - first.allocatedBytes(),
        cluster.nodes().stream().mapToInt(LocalNode::restarts).sum());
  }
}
