package kongo.drill;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import kongo.protocol.Topics;
import kongo.simulator.Pace;
import kongo.simulator.Progress;
import kongo.simulator.Sender;
import kongo.simulator.SimulatedRecord;

/** Records that go on arriving while faults happen; stopped and started again it goes on where it was. */
final class Load implements AutoCloseable {

  private static final String OUTLASTS_ANY_FAULT = "600000";

  private final Seen records;
  private final Sender sender;
  private final AtomicBoolean stop = new AtomicBoolean();
  private CompletableFuture<Void> run = CompletableFuture.completedFuture(null);

  Load(String bootstrap, Iterator<SimulatedRecord> records) {
    this.records = new Seen(records);
    this.sender = sender(bootstrap);
  }

  /** One that waits as long as any fault lasts. */
  static Sender sender(String bootstrap) {
    return new Sender(
        Map.of(
            "bootstrap.servers", bootstrap,
            "delivery.timeout.ms", OUTLASTS_ANY_FAULT,
            "max.block.ms", OUTLASTS_ANY_FAULT),
        Topics.DEFAULT);
  }

  void start(double perSecond) {
    stop.set(false);
    run = new CompletableFuture<>();
    Thread thread = new Thread(() -> send(perSecond, run), "drill-load");
    thread.setDaemon(true);
    thread.start();
  }

  private void send(double perSecond, CompletableFuture<Void> end) {
    try {
      sender.run(records, Pace.rate(perSecond), Progress.SILENT, stop::get);
      end.complete(null);
    } catch (RuntimeException problem) {
      end.completeExceptionally(problem);
    }
  }

  /** Returns when everything sent is acknowledged. */
  void stop() {
    stop.set(true);
    await();
  }

  /** Returns when the records have ended, and all are acknowledged. */
  void await() {
    try {
      run.join();
    } catch (CompletionException problem) {
      throw new IllegalStateException("The load could not be sent: " + problem.getCause().getMessage(), problem);
    }
  }

  void change(double perSecond) {
    stop();
    start(perSecond);
  }

  /** Event time of the first record that was sent; 0 before. */
  long firstTime() {
    return records.first;
  }

  /** The same of the one that was sent last. */
  long latestTime() {
    return records.latest;
  }

  @Override
  public void close() {
    stop.set(true);
    sender.close();
  }

  /** Looks at the times of what passes; any thread may ask. */
  private static final class Seen implements Iterator<SimulatedRecord> {

    private final Iterator<SimulatedRecord> records;
    private volatile long first;
    private volatile long latest;

    Seen(Iterator<SimulatedRecord> records) {
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      return records.hasNext();
    }

    @Override
    public SimulatedRecord next() {
      SimulatedRecord next = records.next();
      first = first == 0 ? next.time() : first;
      latest = next.time();
      return next;
    }
  }
}
