package kongo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Saves once a second how far a run came. After a crash the records of the last minutes are sent again, which changes
 * nothing: they are duplicates.
 */
public final class RunRecorder implements Progress {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** A producer gives a record up after two minutes, so what was made before that is in Kafka. */
  private static final int SECONDS_KEPT_BACK = 130;

  private final Path file;
  private final SavedRun begun;
  private final Simulation simulation;
  private final long[] madeBySecond = new long[SECONDS_KEPT_BACK];

  private int seconds;
  private long saved = System.nanoTime();

  /** @param begun where the run starts: all of what it says was made is in Kafka */
  public RunRecorder(Path file, SavedRun begun, Simulation simulation) {
    this.file = file;
    this.begun = begun;
    this.simulation = simulation;
    Arrays.fill(madeBySecond, begun.made());
    write(begun.made());
  }

  @Override
  public void sent(SimulatedRecord record, long acknowledged) {
    long now = System.nanoTime();
    if (now - saved >= SECOND) {
      saved = now;
      int slot = seconds++ % SECONDS_KEPT_BACK;
      long longAgo = madeBySecond[slot];
      madeBySecond[slot] = simulation.made();
      write(longAgo);
    }
  }

  /** Whatever was held back has been sent as well, unless the run was cut short. */
  @Override
  public void finished(long acknowledged) {
    write(simulation.hasNext() ? madeBySecond[seconds % SECONDS_KEPT_BACK] : simulation.made());
  }

  private void write(long made) {
    try {
      new SavedRun(begun.world(), begun.start(), made).write(file);
    } catch (IOException problem) {
      throw new UncheckedIOException("The run cannot be saved in " + file, problem);
    }
  }
}
