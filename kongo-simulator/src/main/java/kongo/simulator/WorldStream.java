package kongo.simulator;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** A world's records within bounds, made as they are asked for. */
public final class WorldStream implements Iterator<SimulatedRecord> {

  private final World world;
  private final Bounds bounds;
  private final RecordSink sink = new RecordSink();

  private long firstTime = Long.MIN_VALUE;
  private long made;
  private SimulatedRecord next;
  private volatile boolean ended;

  public WorldStream(World world, Bounds bounds) {
    this.world = world;
    this.bounds = bounds;
  }

  /** Makes and discards records: how a run continues where another of the same world stopped. */
  public void skip(long records) {
    for (long skipped = 0; skipped < records && hasNext(); skipped++) {
      next();
    }
  }

  /** How many records were made, those skipped included. */
  public long made() {
    return made;
  }

  /** Lets the stream end with the records that were made; what disorder holds back still follows. */
  public void end() {
    ended = true;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = make();
    }
    return next != null;
  }

  @Override
  public SimulatedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SimulatedRecord current = next;
    next = null;
    return current;
  }

  private SimulatedRecord make() {
    while (sink.isEmpty()) {
      if (world.turns() >= bounds.turns()) {
        return finish();
      }
      world.step(sink);
    }
    SimulatedRecord record = sink.remove();
    if (firstTime == Long.MIN_VALUE) {
      firstTime = record.time();
    }
    if (made == bounds.events() || record.time() - firstTime >= bounds.span().toMillis()) {
      return finish();
    }
    made++;
    return record;
  }

  private SimulatedRecord finish() {
    ended = true;
    return null;
  }
}
