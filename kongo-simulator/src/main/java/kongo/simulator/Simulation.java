package kongo.simulator;

import java.util.Iterator;
import java.util.NoSuchElementException;
import kongo.simulator.disorder.Disorder;

/** A world's records as they are sent: within bounds, disordered, and from some record on. */
public final class Simulation implements Iterator<SimulatedRecord> {

  /** Apart from the world's own, so that disorder never changes the events. */
  private static final long DISORDER_SEED = 0x5DEECE66DL;

  private final WorldStream stream;
  private final Iterator<SimulatedRecord> sending;

  public Simulation(World world, Bounds bounds, Disorder disorder, long seed) {
    this.stream = new WorldStream(world, bounds);
    this.sending = disorder.apply(stream, seed ^ DISORDER_SEED);
  }

  /** Leaves out the world's first records, before any disorder: they were sent by another run that has ended. */
  public Simulation skip(long records) {
    stream.skip(records);
    return this;
  }

  /** How many of the world's records were made; all of them are sent once this has no next. */
  public long made() {
    return stream.made();
  }

  /** Lets the world end; what disorder holds back still follows. May be called from another thread. */
  public void end() {
    stream.end();
  }

  @Override
  public boolean hasNext() {
    return sending.hasNext();
  }

  @Override
  public SimulatedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return sending.next();
  }
}
