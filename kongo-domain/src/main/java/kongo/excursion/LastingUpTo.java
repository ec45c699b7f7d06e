package kongo.excursion;

/**
 * Values of which those after a time do not count yet.
 *
 * @param last what is later does not count
 */
public record LastingUpTo(LastingValues values, long last) implements LastingValues {

  private long within(long time) {
    return Math.min(time, last);
  }

  /** The first time that does not count. */
  private long end(long time) {
    return last == Long.MAX_VALUE ? time : Math.min(time, last + 1);
  }

  @Override
  public long before(long time, long notBefore) {
    return values.before(end(time), notBefore);
  }

  @Override
  public long after(long time, long notAfter) {
    return values.after(time, within(notAfter));
  }

  @Override
  public long last() {
    return values.before(end(Long.MAX_VALUE), NONE + 1);
  }

  @Override
  public long nextBreaking(Band band, long from, long to) {
    return from < end(to) ? values.nextBreaking(band, from, end(to)) : NONE;
  }

  @Override
  public double at(long time) {
    return values.at(time);
  }

  @Override
  public boolean breaks(long time, Band band) {
    return values.breaks(time, band);
  }

  @Override
  public long nextKept(Band band, long time, long notAfter) {
    return values.nextKept(band, time, within(notAfter));
  }

  @Override
  public long lastKept(Band band, long notBefore, long time) {
    return values.lastKept(band, notBefore, end(time));
  }

  @Override
  public int count(long after, long upTo) {
    return values.count(after, within(upTo));
  }

  @Override
  public double worst(Band band, double first, long after, long upTo) {
    return values.worst(band, first, after, within(upTo));
  }
}
