package kongo.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps one child running: starts it, and starts it again with a growing delay whenever it ends by itself. */
public final class Supervisor implements AutoCloseable {

  /** A child that ends with this status refused its configuration; starting it again would not help. */
  public static final int REFUSED = 2;

  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  /** Hears of the child's starts and ends, on threads of the supervisor. */
  public interface Listener {

    /** Tells nobody. */
    Listener NONE = new Listener() {};

    default void started(String name, KnownProcess process) {}

    /** The delay is zero when it is not started again. */
    default void ended(String name, int status, Duration untilRestart) {}
  }

  private final String name;
  private final Supplier<JvmCommand> command;
  private final Listener listener;
  private ChildProcess child;
  private Instant startedAt;
  private Duration delay = FIRST_DELAY;
  private int restarts;
  private boolean stopped;

  private Supervisor(String name, Supplier<JvmCommand> command, Listener listener) {
    this.name = name;
    this.command = command;
    this.listener = listener;
  }

  /** The command is asked anew for each start. */
  public static Supervisor start(String name, Supplier<JvmCommand> command, Listener listener) {
    var supervisor = new Supervisor(name, command, listener);
    supervisor.startChild();
    return supervisor;
  }

  public String name() {
    return name;
  }

  /** The present child, or the last one. */
  public synchronized ChildProcess child() {
    return child;
  }

  /** How often it was started again. */
  public synchronized int restarts() {
    return restarts;
  }

  /** Whether it runs, or will be started again. */
  public synchronized boolean keepsRunning() {
    return !stopped;
  }

  private synchronized void startChild() {
    if (stopped) {
      return;
    }
    child = ChildProcess.start(name, command.get());
    startedAt = Instant.now();
    listener.started(name, child.known());
    child.ended().thenAccept(this::onEnd);
  }

  private synchronized void onEnd(int status) {
    if (stopped) {
      return;
    }
    if (status == REFUSED) {
      stopped = true;
      listener.ended(name, status, Duration.ZERO);
      return;
    }
    var wait = nextDelay();
    restarts++;
    listener.ended(name, status, wait);
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS).execute(this::startChild);
  }

  private Duration nextDelay() {
    if (Duration.between(startedAt, Instant.now()).compareTo(LONGEST_DELAY) > 0) {
      delay = FIRST_DELAY;
    }
    var now = delay;
    delay = delay.multipliedBy(2).compareTo(LONGEST_DELAY) < 0 ? delay.multipliedBy(2) : LONGEST_DELAY;
    return now;
  }

  /** Stops the child for good: SIGTERM, and SIGKILL if it takes longer than half a minute. */
  @Override
  public void close() {
    close(STOP_GRACE);
  }

  /** The same with another patience before SIGKILL. */
  void close(Duration grace) {
    synchronized (this) {
      stopped = true;
    }
    child().stop(grace);
  }
}
