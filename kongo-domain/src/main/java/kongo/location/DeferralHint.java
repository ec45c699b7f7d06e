package kongo.location;

import java.util.Map;
import kongo.rules.Plausible;

/**
 * Which readings would change no violation at a Location as it was a moment ago. A hint for those who may let readings
 * wait: by the time they act on it, it may be out of date, so that no decision rests on it.
 *
 * @param ranges per series, what is harmless; series that do not occur have none
 * @param until event time in milliseconds from which on a reading may be evidence that a Goods has expired, or that something has lasted
 *     for too long
 * @param asOf changes whenever something else than readings may have changed what is harmless
 * @param takesGoods whether it matters no more than anything else that a reading names the place as a Goods
 */
public record DeferralHint(Map<SeriesKey, Range> ranges, long until, long asOf, boolean takesGoods) {

  /** Of a place that is not known to be a Goods' own. */
  public DeferralHint(Map<SeriesKey, Range> ranges, long until, long asOf) {
    this(ranges, until, asOf, false);
  }

  /**
   * Of one series.
   *
   * @param after event time in milliseconds of the latest known reading
   * @param above values have to be greater
   * @param below values have to be less
   */
  public record Range(long after, double above, double below) {

    public static final Range NOTHING = new Range(Long.MAX_VALUE, 0, 0);

    static Range anythingAfter(long time) {
      return new Range(time, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** What a sensor can mean, as far as it lies in one piece around a value; nothing if the value is none of it. */
    static Range around(double value, Plausible plausible) {
      double above = plausible.min();
      double below = plausible.max();
      for (double not : plausible.not()) {
        above = not <= value ? Math.max(above, not) : above;
        below = not >= value ? Math.min(below, not) : below;
      }
      return new Range(Long.MIN_VALUE, above, below);
    }

    public boolean has(long time, double value) {
      return time > after && contains(value);
    }

    boolean contains(double value) {
      return above < value && value < below;
    }

    /** What is harmless to both. */
    Range and(Range other) {
      return new Range(Math.max(after, other.after), Math.max(above, other.above), Math.min(below, other.below));
    }
  }

  public Range of(SeriesKey series) {
    return ranges.getOrDefault(series, Range.NOTHING);
  }
}
