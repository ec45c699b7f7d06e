package kongo.ingest;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Lets one of many alike through in a while, and counts those that it held back. Thread-safe. */
final class Seldom {

  private final long pauseNanos;
  private final LongSupplier nanos;
  private boolean any;
  private long last;
  private long heldBack;

  Seldom(Duration pause, LongSupplier nanos) {
    this.pauseNanos = pause.toNanos();
    this.nanos = nanos;
  }

  /** Empty for one that is held back, else how many were since the last one that was not. */
  synchronized OptionalLong next() {
    long now = nanos.getAsLong();
    if (any && now - last < pauseNanos) {
      heldBack++;
      return OptionalLong.empty();
    }
    long before = heldBack;
    any = true;
    last = now;
    heldBack = 0;
    return OptionalLong.of(before);
  }
}
