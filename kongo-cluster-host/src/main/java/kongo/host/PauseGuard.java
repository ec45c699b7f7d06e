package kongo.host;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps a node that was frozen from writing when it wakes: others may have taken over its work. A thread stamps the
 * clock; whoever writes checks the stamp's age first.
 */
public final class PauseGuard implements AutoCloseable {

  private static final Duration STAMP_INTERVAL = Duration.ofMillis(100);

  private final long limitNanos;
  private final LongSupplier nanoTime;
  private final Halt halt;
  private volatile long stamp;
  private ScheduledExecutorService stamper;

  /** @param nanoTime a clock that goes on while the process is frozen */
  PauseGuard(Duration limit, LongSupplier nanoTime, Halt halt) {
    this.limitNanos = limit.toNanos();
    this.nanoTime = nanoTime;
    this.halt = halt;
    this.stamp = nanoTime.getAsLong();
  }

  /** A guard that stamps the clock by itself. */
  public static PauseGuard start(Duration limit, Halt halt) {
    var guard = new PauseGuard(limit, System::nanoTime, halt);
    guard.stamper = Executors.newSingleThreadScheduledExecutor(PauseGuard::thread);
    long interval = STAMP_INTERVAL.toMillis();
    guard.stamper.scheduleWithFixedDelay(guard::stamp, interval, interval, TimeUnit.MILLISECONDS);
    return guard;
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "kongo-pause-guard");
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    return thread;
  }

  /** Before every persist and publish: returns, or the process is halted. */
  public void check() {
    long pause = nanoTime.getAsLong() - stamp;
    if (pause > limitNanos) {
      halt.now(
          ExitStatus.PAUSED,
          "This node was paused for %.1f s, longer than the %.1f s after which it may still write; it ends."
              .formatted(pause / 1e9, limitNanos / 1e9));
    }
  }

  /** The stamping thread may wake before any writer, so it checks as well. */
  void stamp() {
    check();
    stamp = nanoTime.getAsLong();
  }

  @Override
  public void close() {
    if (stamper != null) {
      stamper.shutdownNow();
    }
  }
}
