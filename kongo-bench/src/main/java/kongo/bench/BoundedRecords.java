package kongo.bench;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import kongo.simulator.SimulatedRecord;

/** Records until there is none. */
final class BoundedRecords implements Iterator<SimulatedRecord> {

  private final Supplier<SimulatedRecord> source;
  private SimulatedRecord next;
  private boolean asked;

  /** @param source of null, and not asked again, when there is none */
  BoundedRecords(Supplier<SimulatedRecord> source) {
    this.source = source;
  }

  /** The first ones of others, which can be gone on with. */
  static BoundedRecords count(long records, Supplier<SimulatedRecord> source) {
    long[] left = {records};
    return new BoundedRecords(() -> left[0]-- > 0 ? source.get() : null);
  }

  @Override
  public boolean hasNext() {
    if (!asked) {
      next = source.get();
      asked = true;
    }
    return next != null;
  }

  @Override
  public SimulatedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    asked = false;
    return next;
  }
}
