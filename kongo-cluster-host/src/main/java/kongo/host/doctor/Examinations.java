package kongo.host.doctor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import kongo.host.settings.DoctorSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The examinations of a node: one at a time, when somebody asks and the last one is old. They take no more than a tenth of
 * the time, however often somebody asks. Thread-safe; each has a thread of its own.
 */
public final class Examinations implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Examinations.class);

  /** One that takes long is followed by a rest that is so many times as long. */
  private static final int REST = 9;

  /** Who examines. */
  @FunctionalInterface
  public interface Doctor {

    /** @param mayGoOn to be called again and again; what it throws ends the examination */
    Examined examine(Runnable mayGoOn);
  }

  /**
   * What is known.
   *
   * @param last the last examination that came to its end
   * @param age of the last one, since it began
   * @param problem why the last one did not come to its end, if it did not
   * @param isRunning whether there is another one now
   * @param rest until there can be another one
   */
  public record Known(Optional<Examined> last, Duration age, Optional<String> problem, boolean isRunning, Duration rest) {}

  private final Doctor doctor;
  private final long keep;
  private final long limit;
  private final Executor threads;
  private final LongSupplier nanos;

  private boolean isRunning;
  private boolean hasRun;
  private long began;
  private long restsUntil;
  private Optional<Examined> last = Optional.empty();
  private long lastBegan;
  private Optional<String> problem = Optional.empty();
  private volatile boolean closed;

  public Examinations(Doctor doctor, DoctorSettings settings) {
    this(doctor, settings, Examinations::inItsThread, System::nanoTime);
  }

  Examinations(Doctor doctor, DoctorSettings settings, Executor threads, LongSupplier nanos) {
    this.doctor = doctor;
    this.keep = settings.keep().toNanos();
    this.limit = settings.limit().toNanos();
    this.threads = threads;
    this.nanos = nanos;
  }

  private static void inItsThread(Runnable work) {
    Thread thread = new Thread(work, "doctor");
    thread.setDaemon(true);
    thread.start();
  }

  /** What is known by now; begins another examination if it is time. */
  public synchronized Known ask() {
    if (!isRunning && rest() == 0) {
      isRunning = true;
      began = nanos.getAsLong();
      threads.execute(this::examine);
    }
    Duration age = Duration.ofNanos(last.isPresent() ? nanos.getAsLong() - lastBegan : 0);
    return new Known(last, age, problem, isRunning, Duration.ofNanos(rest()));
  }

  private long rest() {
    return hasRun ? Math.max(0, restsUntil - nanos.getAsLong()) : 0;
  }

  private void examine() {
    Optional<Examined> found = Optional.empty();
    Optional<String> obstacle = Optional.of("The examination broke off.");
    try {
      found = Optional.of(doctor.examine(this::mayGoOn));
      obstacle = Optional.empty();
    } catch (RuntimeException e) {
      LOG.warn("The examination of the input failed", e);
      obstacle = Optional.of("The examination failed: " + e.getMessage());
    } finally {
      ended(found, obstacle);
    }
  }

  private void mayGoOn() {
    if (closed) {
      throw new IllegalStateException("the node ends");
    }
    if (nanos.getAsLong() - began > limit) {
      throw new IllegalStateException("it took longer than kongo.doctor.limit, " + Duration.ofNanos(limit).toSeconds() + " s");
    }
  }

  private synchronized void ended(Optional<Examined> found, Optional<String> obstacle) {
    long now = nanos.getAsLong();
    isRunning = false;
    hasRun = true;
    restsUntil = now + Math.max(keep, REST * (now - began));
    problem = obstacle;
    if (found.isPresent()) {
      last = found;
      lastBegan = began;
    }
  }

  /** Ends the one that is running, too. */
  @Override
  public void close() {
    closed = true;
  }
}
