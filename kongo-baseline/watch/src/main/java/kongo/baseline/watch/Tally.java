package kongo.baseline.watch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a baseline did, and the time and CPU that it took from its first record on. */
public final class Tally {

  private static final double NANOS = 1e9;

  private final LongAdder events = new LongAdder();
  private final LongAdder unusable = new LongAdder();
  private final LongAdder began = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile long startNanos;
  private volatile long startCpuNanos;

  /** The first call starts the clock. */
  public void start() {
    if (!running.get() && running.compareAndSet(false, true)) {
      startCpuNanos = cpuNanos();
      startNanos = System.nanoTime();
    }
  }

  public void event() {
    events.increment();
  }

  public void unusable() {
    unusable.increment();
  }

  public void alarm(Alarm alarm) {
    (alarm.hasEnded() ? ended : began).increment();
  }

  public long events() {
    return events.sum();
  }

  /** One line of JSON; the clock stops. */
  public String line(String baseline) {
    double seconds = (System.nanoTime() - startNanos) / NANOS;
    double cpuSeconds = (cpuNanos() - startCpuNanos) / NANOS;
    return String.format(
        Locale.ROOT,
        "{\"baseline\":\"%s\",\"events\":%d,\"unusable\":%d,\"seconds\":%.3f,\"cpuSeconds\":%.3f,\"violations\":%d,\"ended\":%d}",
        baseline, events.sum(), unusable.sum(), seconds, cpuSeconds, began.sum(), ended.sum());
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
