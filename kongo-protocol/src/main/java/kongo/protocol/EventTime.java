package kongo.protocol;

import java.time.Duration;
import java.time.Instant;

/** The window that an event's time must lie in, seen from its record's timestamp. */
record EventTime(long allowedAheadMillis) {

  static final Duration DEFAULT_AHEAD = Duration.ofDays(1);

  /** Of the year 9999: later ones have no date in ISO 8601, and the greatest numbers mean that there is no end. */
  private static final long LAST = 253_402_300_799_999L;
  private static final long MILLIS_PER_MINUTE = 60_000;

  EventTime(Duration allowedAhead) {
    this(allowedAhead.toMillis());
  }

  EventTime {
    if (allowedAheadMillis < 0) {
      throw new IllegalArgumentException("allowed time ahead must not be negative: " + allowedAheadMillis + " ms");
    }
  }

  void require(long time, long timestamp) throws Refusal {
    if (time < 0) {
      throw new Refusal(Reason.OUT_OF_RANGE, "time is " + time + ", which is before 1970");
    }
    // Not timestamp + allowed, which may overflow.
    if (time - allowedAheadMillis > timestamp) {
      throw new Refusal(Reason.FROM_THE_FUTURE, ahead(time, timestamp));
    }
    if (time > LAST) {
      throw new Refusal(Reason.OUT_OF_RANGE, "time is " + time + ", which is after the year 9999");
    }
  }

  private String ahead(long time, long timestamp) {
    return "time is " + time + " (" + Instant.ofEpochMilli(time) + "), more than " + allowedAheadMillis / MILLIS_PER_MINUTE
        + " min after the record's timestamp " + timestamp + advice(time, timestamp);
  }

  private static String advice(long time, long timestamp) {
    if (timestamp <= 0) {
      return "; the producer has to set the record's timestamp";
    }
    if (time / 1_000_000 > timestamp / 2) {
      return "; are these nanoseconds? time is in milliseconds";
    }
    return time / 1_000 > timestamp / 2 ? "; are these microseconds? time is in milliseconds" : "";
  }
}
