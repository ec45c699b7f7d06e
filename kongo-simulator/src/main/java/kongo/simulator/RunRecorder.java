package kongo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Saves once a second how far a run came. After a crash the records of the last seconds are sent again, which changes
 * nothing: they are duplicates.
 */
public final class RunRecorder implements Progress {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** A producer gives a record up after two minutes; what was sent before that is acknowledged. */
  private static final int SECONDS_KEPT_BACK = 130;

  private final Path file;
  private final SavedRun begun;
  private final long[] sentBySecond = new long[SECONDS_KEPT_BACK];

  private long sent;
  private long acknowledgedAll;
  private int seconds;
  private long saved = System.nanoTime();

  public RunRecorder(Path file, SavedRun begun) {
    this.file = file;
    this.begun = begun;
    write(0);
  }

  @Override
  public void sent(SimulatedRecord record, long acknowledged) {
    sent++;
    if (acknowledged == sent) {
      acknowledgedAll = sent;
    }
    long now = System.nanoTime();
    if (now - saved >= SECOND) {
      saved = now;
      int slot = seconds++ % SECONDS_KEPT_BACK;
      long longAgo = sentBySecond[slot];
      sentBySecond[slot] = sent;
      write(Math.max(longAgo, acknowledgedAll));
    }
  }

  @Override
  public void finished(long acknowledged) {
    write(acknowledged == sent ? sent : acknowledgedAll);
  }

  private void write(long more) {
    try {
      new SavedRun(begun.world(), begun.start(), begun.sent() + more).write(file);
    } catch (IOException problem) {
      throw new UncheckedIOException("The run cannot be saved in " + file, problem);
    }
  }
}
