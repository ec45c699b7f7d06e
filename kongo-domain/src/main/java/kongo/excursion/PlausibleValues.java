package kongo.excursion;

import kongo.registry.Timeline;
import kongo.rules.Plausible;

/** Readings of which those that no sensor can mean are faulty: they are there, and their value is no number. */
public final class PlausibleValues extends FollowingValues {

  private final Timeline<Plausible> plausible;

  /** @param plausible what sensors can mean, of the readings of each time */
  public PlausibleValues(Values readings, Timeline<Plausible> plausible) {
    super(readings);
    this.plausible = plausible;
  }

  /** Whether a value is that of a faulty reading. */
  public static boolean isFaulty(double value) {
    return Double.isNaN(value);
  }

  @Override
  public long nextBreaking(Band band, long from, long to) {
    long found = readings.nextBreaking(band, from, to);
    while (found != NONE && !breaks(found, band)) {
      found = readings.nextBreaking(band, found + 1, to);
    }
    return found;
  }

  @Override
  public double at(long time) {
    double value = readings.at(time);
    return plausible.at(time).map(known -> known.allows(value)).orElse(true) ? value : Double.NaN;
  }

  @Override
  public boolean breaks(long time, Band band) {
    return band.isBrokenBy(at(time));
  }
}
