package kongo.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers a child beyond the life of its parent, so that the next start does not meet it on the same data. */
final class PidFile {

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  void write(KnownProcess process) {
    try {
      Files.writeString(file, process.pid() + " " + process.startedMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the process written before is gone, and kills it if that takes longer than a few seconds. */
  void awaitGone() {
    if (Files.exists(file)) {
      read().alive().ifPresent(PidFile::awaitEnd);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(5, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private KnownProcess read() {
    try {
      var words = Files.readString(file).strip().split(" ");
      return new KnownProcess(Long.parseLong(words[0]), Long.parseLong(words[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
