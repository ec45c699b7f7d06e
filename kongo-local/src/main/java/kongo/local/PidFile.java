package kongo.local;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers a child beyond the life of its parent, so that the next start does not meet it on the same data. */
final class PidFile {

  private final KeptFile file;

  PidFile(Path path) {
    this.file = new KeptFile(path);
  }

  void write(KnownProcess process) {
    file.write(process.toText());
  }

  /** Waits until the process written before is gone, and kills it if that takes longer than a few seconds. A damaged file names nobody. */
  void awaitGone() {
    file.textIfReadable().flatMap(KnownProcess::parse).flatMap(KnownProcess::alive).ifPresent(PidFile::awaitEnd);
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
}
