package kongo.ingest;

import java.time.Duration;

/** How long to wait before something is tried again: twice as long each time, up to a bound. Not thread-safe. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  Duration next() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return now;
  }

  /** What was tried did well for long. */
  void reset() {
    next = first;
  }
}
