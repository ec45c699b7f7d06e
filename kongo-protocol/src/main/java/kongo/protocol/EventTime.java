package kongo.protocol;

import java.time.Duration;
import java.time.Instant;

/**
 * The window that an event's time must lie in: part of the law, and so the same for everybody who reads records.
 *
 * @param earliest milliseconds since 1970, at least 0
 * @param aheadMillis how far it may be ahead of the record's timestamp
 */
public record EventTime(long earliest, long aheadMillis) {

  public static final EventTime DEFAULT = new EventTime(Instant.parse("2000-01-01T00:00:00Z"), Duration.ofMinutes(10));

  /** Of the year 9999: later ones have no date in ISO 8601, and the greatest numbers mean that there is no end. */
  private static final long LAST = 253_402_300_799_999L;
  private static final long MILLIS_PER_SECOND = 1_000;
  private static final long MILLIS_PER_MINUTE = 60_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  public EventTime {
    if (earliest < 0 || aheadMillis < 0) {
      throw new IllegalArgumentException("no window of time: from " + earliest + " to " + aheadMillis + " ms ahead");
    }
  }

  public EventTime(Instant earliest, Duration ahead) {
    this(earliest.toEpochMilli(), ahead.toMillis());
  }

  /** @param timestamp the record's */
  void requireInRange(long time, long timestamp) throws Refusal {
    if (time < earliest) {
      throw new Refusal(
          Reason.OUT_OF_RANGE, words(time) + ", before " + Instant.ofEpochMilli(earliest) + " (kongo.law.earliest)" + adviceOnEarly(time, timestamp));
    }
    if (time > LAST) {
      throw new Refusal(Reason.OUT_OF_RANGE, words(time) + ", after the year 9999" + adviceOnLate(time, timestamp));
    }
  }

  /** @param time in range */
  void requireNotAhead(long time, long timestamp) throws Refusal {
    // Not timestamp + ahead, which may overflow.
    if (time - aheadMillis > timestamp) {
      throw new Refusal(
          Reason.FROM_THE_FUTURE,
          words(time) + ", more than " + inWords(aheadMillis) + " after the record's timestamp " + timestamp + adviceOnLate(time, timestamp));
    }
  }

  private static String words(long time) {
    return "time is " + time + " (" + Instant.ofEpochMilli(time) + ")";
  }

  private static String inWords(long millis) {
    return millis % MILLIS_PER_MINUTE == 0 ? millis / MILLIS_PER_MINUTE + " min" : millis + " ms";
  }

  private String adviceOnEarly(long time, long timestamp) {
    // Of seconds that would be a time of today: not so many that a multiplication overflows.
    boolean fits = time > 0 && time * MILLIS_PER_SECOND >= earliest && (timestamp <= 0 || time * MILLIS_PER_SECOND / 2 <= timestamp);
    return fits ? "; are these seconds? time is in milliseconds: multiply by 1000" : "; was the clock not set?";
  }

  private static String adviceOnLate(long time, long timestamp) {
    if (timestamp <= 0) {
      return "; the producer has to set the record's timestamp";
    }
    if (time / NANOS_PER_MILLI > timestamp / 2) {
      return "; are these nanoseconds? time is in milliseconds";
    }
    return time / MILLIS_PER_SECOND > timestamp / 2 ? "; are these microseconds? time is in milliseconds" : "; is the clock of the sensor right?";
  }
}
