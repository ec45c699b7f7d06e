package kongo.protocol;

import java.time.Duration;

/** The window that an event's time must lie in, seen from its record's timestamp. */
record EventTime(long allowedAheadMillis) {

  static final Duration DEFAULT_AHEAD = Duration.ofDays(1);

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
      throw new Refusal(Reason.OUT_OF_RANGE, "time " + time + " is before 1970");
    }
    // Not timestamp + allowed, which may overflow.
    if (time - allowedAheadMillis > timestamp) {
      throw new Refusal(Reason.FROM_THE_FUTURE, "time " + time + " is too far after the record's " + timestamp);
    }
  }
}
