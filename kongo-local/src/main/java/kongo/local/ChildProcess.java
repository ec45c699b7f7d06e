package kongo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM started by this one, which ends when this one ends, however that is. */
public final class ChildProcess {

  private final String name;
  private final Process process;
  private final LogFile log;

  private ChildProcess(String name, Process process, LogFile log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  public static ChildProcess start(String name, JvmCommand command) {
    var log = LogFile.open(command.log());
    var builder = new ProcessBuilder(command.commandLine());
    builder.environment().putAll(command.environment());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
    try {
      return new ChildProcess(name, builder.start(), log);
    } catch (IOException e) {
      throw new LocalFailure("%s could not be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Completed with the exit status when it has ended. */
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  public java.nio.file.Path log() {
    return log.path();
  }

  public List<String> lastLines(int lines) {
    return log.lastLines(lines);
  }

  /** SIGTERM: asks it to end, and does not wait. */
  public void ask() {
    // Process.destroy would also close its standard input, which is how it learns that we are gone.
    process.toHandle().destroy();
  }

  /** Asks it to end, waits, and kills it if it takes longer than the grace. */
  public void stop(Duration grace) {
    ask();
    if (!awaitEnd(grace)) {
      kill();
    }
  }

  /** SIGKILL; returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(10));
  }

  /** SIGSTOP: it holds still and keeps its connections. */
  public void suspend() {
    signal("-STOP");
  }

  /** SIGCONT. */
  public void resume() {
    signal("-CONT");
  }

  /** SIGCONT, unless it has ended meanwhile. */
  public void resumeIfAlive() {
    if (alive()) {
      resume();
    }
  }

  /** What to record of it for those who come later. */
  public KnownProcess known() {
    return KnownProcess.of(process.toHandle());
  }

  private boolean awaitEnd(Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void signal(String signal) {
    try {
      int status = new ProcessBuilder("kill", signal, Long.toString(pid())).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill %s %s: status %d".formatted(signal, name, status));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
