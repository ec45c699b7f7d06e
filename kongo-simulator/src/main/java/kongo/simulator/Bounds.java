package kongo.simulator;

import java.time.Duration;

/**
 * Where a world's records end, before any disorder: at the first of the three.
 *
 * @param turns of the classic world
 * @param span of event time from the first record
 * @param events records, the registry's included
 */
public record Bounds(long turns, Duration span, long events) {

  private static final Duration UNENDING = Duration.ofDays(1_000_000);

  public static final Bounds NONE = new Bounds(Long.MAX_VALUE, UNENDING, Long.MAX_VALUE);

  public static Bounds ofTurns(long turns) {
    return new Bounds(turns, UNENDING, Long.MAX_VALUE);
  }

  public static Bounds ofSpan(Duration span) {
    return new Bounds(Long.MAX_VALUE, span, Long.MAX_VALUE);
  }

  public static Bounds ofEvents(long events) {
    return new Bounds(Long.MAX_VALUE, UNENDING, events);
  }

  public boolean areNone() {
    return equals(NONE);
  }
}
