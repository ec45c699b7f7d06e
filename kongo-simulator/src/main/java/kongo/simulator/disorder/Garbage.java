package kongo.simulator.disorder;

import java.util.Iterator;
import java.util.SplittableRandom;
import kongo.protocol.Feed;
import kongo.simulator.Origin;
import kongo.simulator.SimulatedRecord;

/** Puts malformed records of every kind, one kind after the other, between the records of a stream. */
final class Garbage implements Iterator<SimulatedRecord> {

  private static final Feed[] FEEDS = Feed.values();

  private final Iterator<SimulatedRecord> source;
  private final double share;
  private final SplittableRandom random;

  private SimulatedRecord malformed;
  private int made;

  Garbage(Iterator<SimulatedRecord> source, double share, SplittableRandom random) {
    this.source = source;
    this.share = share;
    this.random = random;
  }

  @Override
  public boolean hasNext() {
    return malformed != null || source.hasNext();
  }

  @Override
  public SimulatedRecord next() {
    if (malformed != null) {
      SimulatedRecord garbage = malformed;
      malformed = null;
      return garbage;
    }
    SimulatedRecord usable = source.next();
    malformed = random.nextDouble() < share ? malformedAt(usable.sendAt()) : null;
    return usable;
  }

  private SimulatedRecord malformedAt(long sendAt) {
    Feed feed = FEEDS[made % FEEDS.length];
    MalformedValue kind = MalformedValue.of(feed, made++ / FEEDS.length);
    return new SimulatedRecord(feed, kind.key(), kind.value(), "", sendAt, sendAt, Origin.GARBAGE);
  }
}
