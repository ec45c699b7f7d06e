package kongo.excursion;

/**
 * How fast a series of readings changes: one value for each reading, at its time, in units per hour since the reading
 * before. A reading that has none before it within {@code hold} has no rate, and breaks nothing.
 */
public final class Rates extends FollowingValues {

  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final long hold;

  /** @param hold milliseconds */
  public Rates(Values readings, long hold) {
    super(readings);
    this.hold = hold;
  }

  /** Looks at every reading: one that is inside the band as a value may break it as a rate. */
  @Override
  public long nextBreaking(Band band, long from, long to) {
    long time = readings.after(from - 1, to - 1);
    while (time != NONE && !breaks(time, band)) {
      time = readings.after(time, to - 1);
    }
    return time;
  }

  @Override
  public double at(long time) {
    return between(predecessor(time), time);
  }

  @Override
  public boolean breaks(long time, Band band) {
    long earlier = predecessor(time);
    return earlier != NONE && band.isBrokenBy(between(earlier, time));
  }

  private long predecessor(long time) {
    return readings.before(time, time - hold);
  }

  /** What is too large for a double is the largest that there is, since a violation's numbers are finite. */
  private double between(long earlier, long time) {
    double rate = (readings.at(time) - readings.at(earlier)) * MILLIS_PER_HOUR / (time - earlier);
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, rate));
  }
}
