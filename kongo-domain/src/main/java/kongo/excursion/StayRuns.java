package kongo.excursion;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The runs of one series and band that one stay sees. Works outwards from the span of time in which something changed,
 * so that its cost and its need of old values depend on the runs there and not on the length of the stay.
 */
public final class StayRuns {

  /** The end of a stay that lasts. */
  public static final long LASTING = Long.MAX_VALUE;

  private final Values values;
  private final Optional<LastingValues> lasting;
  private final Band band;
  private final long hold;
  private final long from;
  private final long to;
  private OptionalLong carried = OptionalLong.empty();

  /**
   * @param hold milliseconds that a value holds at most; {@link Long#MAX_VALUE} for a derived series
   * @param from start of the stay
   * @param to end of the stay, {@link #LASTING} while it has none
   */
  public StayRuns(Values values, Band band, long hold, long from, long to) {
    this.values = values;
    this.lasting = hold == Long.MAX_VALUE && values instanceof LastingValues last ? Optional.of(last) : Optional.empty();
    this.band = band;
    this.hold = hold;
    this.from = from;
    this.to = to;
  }

  /** Of a stay that began long ago it takes old values to tell, and mostly nobody asks. */
  private long carried() {
    if (carried.isEmpty()) {
      carried = OptionalLong.of(carriedInto());
    }
    return carried.getAsLong();
  }

  private long carriedInto() {
    if (values.after(from - 1, from) != Values.NONE) {
      return Values.NONE;
    }
    return values.before(from, plus(minus(from, hold), 1));
  }

  /**
   * The runs that a change of values or of the stay within [first, last] can have touched, by time: each with its
   * neighbours on both sides, so that runs joined or split by the change are all among them.
   *
   * @param atEnd whether nothing of the series lies at or after {@code first} before or after the change: then the
   *     value before it counts however old it is
   */
  public void touching(long first, long last, boolean atEnd, Consumer<Run> found) {
    long start = Math.max(first, from);
    long end = lastToLookAt(Math.max(last, from));
    long cursor = firstOfRunBefore(start, atEnd);
    if (cursor == Values.NONE) {
      cursor = start == from && breaksAtEntry() ? from : nextBreaking(start, end);
    }
    while (cursor != Values.NONE && cursor <= end) {
      Walk walk = new Walk(cursor);
      found.accept(walk.run());
      cursor = nextBreaking(walk.next == Values.NONE ? plus(walk.lastSeen, 1) : walk.next, end);
    }
  }

  private long lastToLookAt(long last) {
    long next = values.after(last, plus(last, hold));
    return next == Values.NONE ? last : next;
  }

  private boolean breaksAtEntry() {
    return carried() != Values.NONE && values.breaks(carried(), band);
  }

  /** Whether the value carried into the stay breaks the band, and holds up to this time. */
  private boolean breaksFromEntryTo(long time) {
    return minus(time, hold) < from && breaksAtEntry() && minus(time, hold) <= carried();
  }

  /** Where the run that reaches up to {@code start} begins, if the last value before it breaks the band. */
  private long firstOfRunBefore(long start, boolean atEnd) {
    long seen = start > from ? values.before(start, atEnd ? from : Math.max(from, minus(start, hold))) : Values.NONE;
    if (seen == Values.NONE) {
      boolean reaches = start > from && (atEnd ? breaksAtEntry() : breaksFromEntryTo(start));
      return reaches ? from : Values.NONE;
    }
    if (!values.breaks(seen, band)) {
      return Values.NONE;
    }
    return firstOfRunAt(seen);
  }

  private long firstOfRunAt(long breaking) {
    return lasting.map(last -> firstOfRunAt(last, breaking)).orElseGet(() -> firstAfterGapAt(breaking));
  }

  private long firstOfRunAt(LastingValues last, long breaking) {
    long kept = last.lastKept(band, from, breaking);
    if (kept != Values.NONE) {
      return last.after(kept, breaking);
    }
    long first = last.after(from - 1, breaking);
    return first > from && breaksFromEntryTo(first) ? from : first;
  }

  private long firstAfterGapAt(long breaking) {
    long first = breaking;
    while (first > from) {
      long earlier = values.before(first, Math.max(from, minus(first, hold)));
      if (earlier == Values.NONE) {
        return breaksFromEntryTo(first) ? from : first;
      }
      if (!values.breaks(earlier, band)) {
        return first;
      }
      first = earlier;
    }
    return first;
  }

  private long nextBreaking(long time, long last) {
    long end = Math.min(to, plus(last, 1));
    return time >= end ? Values.NONE : values.nextBreaking(band, time, end);
  }

  private static long plus(long time, long span) {
    return time > Long.MAX_VALUE - span ? Long.MAX_VALUE : time + span;
  }

  private static long minus(long time, long span) {
    return time < Long.MIN_VALUE + 1 + span ? Long.MIN_VALUE + 1 : time - span;
  }

  /** One run from its first value on. */
  private final class Walk {
    final long first;
    long lastSeen;
    long lastOwn;
    long next = Values.NONE;
    long count = 1;
    double worst;

    Walk(long first) {
      this.first = first;
      lastSeen = first;
      lastOwn = first == from && carried() != Values.NONE ? carried() : first;
      worst = values.at(lastOwn);
      lasting.ifPresentOrElse(this::goToEnd, () -> {
        while (advance()) {
          count++;
        }
      });
    }

    private void goToEnd(LastingValues last) {
      next = last.nextKept(band, first, to - 1);
      long latest = last.before(next == Values.NONE ? to : next, first + 1);
      if (latest != Values.NONE) {
        count += last.count(first, latest);
        worst = last.worst(band, worst, first, latest);
        lastSeen = latest;
        lastOwn = latest;
      }
    }

    private boolean advance() {
      long following = values.after(lastSeen, Math.min(to - 1, plus(lastOwn, hold)));
      if (following == Values.NONE || !values.breaks(following, band)) {
        next = following;
        return false;
      }
      lastSeen = following;
      lastOwn = following;
      double value = values.at(following);
      if (band.distance(value) > band.distance(worst)) {
        worst = value;
      }
      return true;
    }

    Run run() {
      boolean open = to == LASTING && next == Values.NONE && values.last() <= lastSeen;
      long held = Math.min(to, plus(lastOwn, hold));
      long end = next == Values.NONE ? held : Math.min(held, next);
      return new Run(first, open ? Values.NONE : end, count, worst);
    }
  }
}
