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

  private final Iterator<SimulatedRecord> records;
  private final Sender sender;
  private final AtomicBoolean stop = new AtomicBoolean();
  private CompletableFuture<Void> run = CompletableFuture.completedFuture(null);

  Load(String bootstrap, Iterator<SimulatedRecord> records) {
    this.records = records;
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

  @Override
  public void close() {
    stop.set(true);
    sender.close();
  }
}
