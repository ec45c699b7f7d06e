package kongo.location;

import java.util.Map;

/**
 * Which readings would change no violation at a Location as it was a moment ago. A hint for those who may let readings
 * wait: by the time they act on it, it may be out of date, so that no decision rests on it.
 *
 * @param ranges per series, what is harmless; series that do not occur have none
 * @param until event time in milliseconds from which on a reading may be evidence that a Goods has expired
 * @param asOf changes whenever something else than readings may have changed what is harmless
 */
public record Harmless(Map<SeriesKey, Range> ranges, long until, long asOf) {

  /**
   * Of one series.
   *
   * @param after event time in milliseconds of the latest known reading
   * @param above values have to be greater
   * @param below values have to be less
   */
  public record Range(long after, double above, double below) {

    public static final Range NOTHING = new Range(Long.MAX_VALUE, 0, 0);

    public boolean has(long time, double value) {
      return time > after && above < value && value < below;
    }
  }

  public Range of(SeriesKey series) {
    return ranges.getOrDefault(series, Range.NOTHING);
  }
}
