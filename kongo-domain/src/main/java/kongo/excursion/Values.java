package kongo.excursion;

/** The values of one series in time order, looked up by time; lookups may be limited to a span that matters. */
public interface Values {

  /** No such time; event times are never negative, the initial value of a derived series is at -1. */
  long NONE = Long.MIN_VALUE;

  /** Latest time t of a value with {@code notBefore <= t < time}, or {@link #NONE}. */
  long before(long time, long notBefore);

  /** Earliest time t of a value with {@code time < t <= notAfter}, or {@link #NONE}. */
  long after(long time, long notAfter);

  /** Time of the latest value of all, or {@link #NONE}. */
  long last();

  /** Earliest time t with {@code from <= t < to} of a value that breaks the band, or {@link #NONE}. */
  long nextBreaking(Band band, long from, long to);

  /** The value at a time that one of the lookups gave. */
  double at(long time);

  /** Whether the value at a time that one of the lookups gave breaks the band. */
  boolean breaks(long time, Band band);
}
