package kongo.baseline.watch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a baseline did, and the time and CPU that it took from its first record on. */
public final class Tally {

  private static final double NANOS = 1e9;

  private final LongAdder events = new LongAdder();
  private final LongAdder unusable = new LongAdder();
  private final LongAdder began = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private volatile boolean running;
  private long startNanos;
  private long startCpuNanos;
  private long nanos;
  private long cpuNanos;

  /** Starts the clock, unless it runs. */
  public void start() {
    if (!running) {
      startNow();
    }
  }

  private synchronized void startNow() {
    if (!running) {
      startCpuNanos = processCpuNanos();
      startNanos = System.nanoTime();
      running = true;
    }
  }

  /** Stops the clock until the next start, when nothing is being done. */
  public synchronized void pause() {
    if (running) {
      nanos += System.nanoTime() - startNanos;
      cpuNanos += processCpuNanos() - startCpuNanos;
      running = false;
    }
  }

  /** Counts a reading or move. */
  public void event(boolean isUsable) {
    events.increment();
    if (!isUsable) {
      unusable.increment();
    }
  }

  public void alarm(Alarm alarm) {
    (alarm.hasEnded() ? ended : began).increment();
  }

  /** One line of JSON; the clock stops. */
  public synchronized String line(String baseline) {
    pause();
    return String.format(
        Locale.ROOT,
        "{\"baseline\":\"%s\",\"events\":%d,\"unusable\":%d,\"seconds\":%.3f,\"cpuSeconds\":%.3f,\"violations\":%d,\"ended\":%d}",
        baseline, events.sum(), unusable.sum(), nanos / NANOS, cpuNanos / NANOS, began.sum(), ended.sum());
  }

  private static long processCpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
