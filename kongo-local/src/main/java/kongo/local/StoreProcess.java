package kongo.local;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A store's process through its whole life: started, ready, stopped, killed, held still, started again on the same data and ports. */
public final class StoreProcess {

  private static final Duration STOP_GRACE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);

  private final String name;
  private final Supplier<JvmCommand> command;
  private final BooleanSupplier answers;
  private final PidFile pidFile;
  private volatile ChildProcess child;

  StoreProcess(String name, Supplier<JvmCommand> command, BooleanSupplier answers, PidFile pidFile) {
    this.name = name;
    this.command = command;
    this.answers = answers;
    this.pidFile = pidFile;
  }

  public synchronized void start() {
    if (child != null && child.alive()) {
      throw new IllegalStateException(name + " runs already as " + child.pid());
    }
    pidFile.awaitGone();
    child = ChildProcess.start(name, command.get());
    pidFile.write(child.known());
  }

  /** Returns when the store answers a client. */
  public void awaitReady(Duration longest) {
    var deadline = Instant.now().plus(longest);
    while (!answers.getAsBoolean()) {
      requireAlive();
      if (Instant.now().isAfter(deadline)) {
        throw failure("did not answer within %d s".formatted(longest.toSeconds()));
      }
      waitForEnd(POLL);
    }
  }

  public ChildProcess child() {
    return child;
  }

  public String name() {
    return name;
  }

  public long pid() {
    return child.pid();
  }

  public boolean alive() {
    return child != null && child.alive();
  }

  public void stop() {
    if (child != null) {
      child.stop(STOP_GRACE);
    }
  }

  public void kill() {
    child.kill();
  }

  public void suspend() {
    child.suspend();
  }

  public void resume() {
    child.resume();
  }

  private void requireAlive() {
    if (!child.alive()) {
      throw failure("ended with status %d".formatted(child.ended().join()));
    }
  }

  private LocalFailure failure(String what) {
    var end = String.join(System.lineSeparator() + "  ", child.lastLines(8));
    return new LocalFailure("%s %s. If its data is damaged, --fresh deletes it and begins anew. The log %s ends:%n  %s".formatted(name, what, child.log(), end));
  }

  private void waitForEnd(Duration longest) {
    try {
      child.ended().get(longest.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      return;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("Interrupted while waiting for " + name + ".");
    }
  }
}
