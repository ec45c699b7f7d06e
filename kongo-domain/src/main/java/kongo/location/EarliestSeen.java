package kongo.location;

import kongo.excursion.Band;
import kongo.excursion.Values;

/** A series that remembers the earliest time of which it gave a value. */
final class EarliestSeen implements Values {

  private final Values values;
  private long earliest = Long.MAX_VALUE;

  EarliestSeen(Values values) {
    this.values = values;
  }

  /** {@link Long#MAX_VALUE} if none was asked for. */
  long earliest() {
    return earliest;
  }

  private long seen(long time) {
    earliest = time == NONE ? earliest : Math.min(earliest, time);
    return time;
  }

  @Override
  public long before(long time, long notBefore) {
    return seen(values.before(time, notBefore));
  }

  @Override
  public long after(long time, long notAfter) {
    return seen(values.after(time, notAfter));
  }

  @Override
  public long last() {
    return values.last();
  }

  @Override
  public long nextBreaking(Band band, long from, long to) {
    return seen(values.nextBreaking(band, from, to));
  }

  @Override
  public double at(long time) {
    return values.at(seen(time));
  }

  @Override
  public boolean breaks(long time, Band band) {
    return values.breaks(seen(time), band);
  }
}
