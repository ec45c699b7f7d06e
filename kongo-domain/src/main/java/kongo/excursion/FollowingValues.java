package kongo.excursion;

/** Values that follow from those of another series, and are what those are where nothing else is said. */
public abstract class FollowingValues implements Values {

  protected final Values readings;

  protected FollowingValues(Values readings) {
    this.readings = readings;
  }

  @Override
  public long before(long time, long notBefore) {
    return readings.before(time, notBefore);
  }

  @Override
  public long after(long time, long notAfter) {
    return readings.after(time, notAfter);
  }

  @Override
  public long last() {
    return readings.last();
  }

  @Override
  public long nextBreaking(Band band, long from, long to) {
    return readings.nextBreaking(band, from, to);
  }

  @Override
  public double at(long time) {
    return readings.at(time);
  }

  @Override
  public boolean breaks(long time, Band band) {
    return readings.breaks(time, band);
  }
}
