package kongo.simulator.disorder;

import java.util.Iterator;
import java.util.SplittableRandom;
import kongo.simulator.Origin;
import kongo.simulator.SimulatedRecord;

/** Follows some records of a stream with a copy of themselves. */
final class Duplicates implements Iterator<SimulatedRecord> {

  private final Iterator<SimulatedRecord> source;
  private final Share share;
  private final SplittableRandom random;

  private SimulatedRecord copy;

  Duplicates(Iterator<SimulatedRecord> source, Share share, SplittableRandom random) {
    this.source = source;
    this.share = share;
    this.random = random;
  }

  /** The same with each copy sent later. */
  Iterator<SimulatedRecord> delayed() {
    return new Delay(
        this, it -> it.origin() == Origin.DUPLICATE ? it.sendAt() + share.within(random) : it.sendAt());
  }

  @Override
  public boolean hasNext() {
    return copy != null || source.hasNext();
  }

  @Override
  public SimulatedRecord next() {
    if (copy != null) {
      SimulatedRecord again = copy;
      copy = null;
      return again;
    }
    SimulatedRecord original = source.next();
    copy = share.draws(random) ? original.duplicatedAt(original.sendAt()) : null;
    return original;
  }
}
