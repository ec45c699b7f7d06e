package kongo.spread;

/**
 * One time round the ring of tokens by which entities lie in the store: from where it began to the ring's end, and from the
 * ring's beginning to where it began. So what is new in the middle of a lap begins another one there, and nobody waits for
 * ever because there is always something new. Immutable.
 *
 * @param begin where it began
 * @param at all up to there, this token included, are done
 * @param wrapped whether it has come past the ring's end
 */
public record Lap(long begin, long at, boolean wrapped) {

  /** The token that nothing lies at. */
  public static final long RING_BEGIN = Long.MIN_VALUE;

  public static final Lap FROM_THE_FIRST = from(RING_BEGIN);

  /** A lap that has everything to do, what lies at this token last. */
  public static Lap from(long token) {
    return new Lap(token, token, false);
  }

  public boolean isOver() {
    return wrapped && at >= begin;
  }

  /** Of what lies next: everything behind {@link #at} and not behind this. */
  public long end() {
    return wrapped ? begin : Long.MAX_VALUE;
  }

  /** The next ones are done, this one last. */
  public Lap to(long token) {
    if (token <= at || token > end()) {
      throw new IllegalArgumentException("token " + token + " is not next in " + this);
    }
    return new Lap(begin, token, wrapped);
  }

  /** There was nothing more up to {@link #end}. */
  public Lap toEnd() {
    return wrapped ? new Lap(begin, begin, true) : new Lap(begin, RING_BEGIN, true);
  }
}
