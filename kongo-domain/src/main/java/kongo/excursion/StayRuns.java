package kongo.excursion;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kongo.rules.Damping;

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
  /** What a value has to keep to end a run. */
  private final Band clear;
  private final long merge;
  private final long keptFrom;
  private final long hold;
  private final long from;
  private final long to;
  private final boolean isCut;
  private final boolean carriesOld;
  private OptionalLong carried = OptionalLong.empty();

  /**
   * @param hold milliseconds that a value holds at most; {@link Long#MAX_VALUE} for a derived series
   * @param from start of the stay
   * @param to end of the stay, {@link #LASTING} while it has none
   */
  public StayRuns(Values values, Band band, long hold, long from, long to) {
    this(values, band, Damping.NONE, hold, from, to, from);
  }

  /**
   * Of a part of a stay, with a deadband, and runs that are close to each other taken for one.
   *
   * @param keptFrom of what is before this not all is known: no run that ends there is taken for one with another
   */
  public StayRuns(Values values, Band band, Damping damping, long hold, long from, long to, long keptFrom) {
    this(values, band, damping, hold, from, to, keptFrom, false, false);
  }

  /**
   * @param isCut whether the stay goes on at {@code to}: then a run lasts up to it if nothing is heard after the run
   * @param carriesOld whether the value before it counts at its beginning however old it is
   */
  public StayRuns(
      Values values, Band band, Damping damping, long hold, long from, long to, long keptFrom, boolean isCut, boolean carriesOld) {
    this.isCut = isCut;
    this.carriesOld = carriesOld;
    this.values = values;
    this.lasting = hold == Long.MAX_VALUE && values instanceof LastingValues last ? Optional.of(last) : Optional.empty();
    this.band = band;
    this.clear = band.within(damping.deadband());
    this.merge = damping.mergeMillis();
    this.keptFrom = keptFrom;
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
    return values.before(from, carriesOld ? Values.NONE + 1 : plus(minus(from, hold), 1));
  }

  /**
   * The runs that a change of values or of the stay within [first, last] can have touched, by time: each with its
   * neighbours on both sides, so that runs joined or split by the change are all among them.
   *
   * @param atEnd whether nothing of the series lies at or after {@code first} before or after the change: then the
   *     value before it counts however old it is
   */
  public void touching(long first, long last, boolean atEnd, Consumer<Run> found) {
    if (merge > 0) {
      touchingMerged(first, last, atEnd, found);
      return;
    }
    long start = Math.max(first, from);
    long end = lastToLookAt(Math.max(last, from));
    long cursor = firstFrom(start, end, atEnd);
    while (cursor != Values.NONE && cursor <= end) {
      Walk walk = new Walk(cursor);
      found.accept(walk.run());
      cursor = nextBreaking(walk.end(), end);
    }
  }

  /** Where the first run begins that reaches up to {@code start} or begins then or later. */
  private long firstFrom(long start, long end, boolean atEnd) {
    long cursor = firstOfRunBefore(start, atEnd);
    if (cursor == Values.NONE) {
      cursor = start == from && breaksAtEntry() ? from : nextBreaking(start, end);
    }
    return cursor;
  }

  /** A run that comes or goes joins or parts those that are close to it. */
  private void touchingMerged(long first, long last, boolean atEnd, Consumer<Run> found) {
    long changed = Math.max(first, from);
    long start = Math.max(minus(first, merge), from);
    boolean isSilent = atEnd && (start == changed || values.before(changed, start) == Values.NONE);
    long end = plus(endOfRunAt(Math.max(last, from)), merge);
    long cursor = firstFrom(start, end, isSilent);
    while (cursor != Values.NONE && cursor <= end) {
      long next = merged(firstOfMerged(cursor), found);
      cursor = nextBreaking(next, end);
    }
  }

  /**
   * A run ends before this of which no breaking value is later than a time. That a value comes sooner which ends it does not
   * count: it may be one of those that are new, and then what lies behind would be looked at on one side only.
   */
  private long endOfRunAt(long last) {
    long seen = lastBetween(last);
    if (lasting.isEmpty()) {
      return plus(seen, hold);
    }
    long next = values.after(seen, Long.MAX_VALUE);
    return next == Values.NONE ? seen : next;
  }

  /** Answers where to look on. */
  private long merged(long first, Consumer<Run> found) {
    Walk walk = new Walk(first);
    Run all = walk.run();
    long next = nextToMerge(all);
    while (next != Values.NONE) {
      walk = new Walk(next);
      all = all.and(walk.run(), band);
      next = nextToMerge(all);
    }
    found.accept(all);
    return walk.end();
  }

  private long nextToMerge(Run run) {
    return run.isOpen() || !isKept(run) ? Values.NONE : nextBreaking(run.to(), plus(run.to(), merge - 1));
  }

  /** Of one that ended before that it is not known what it was one with. */
  private boolean isKept(Run run) {
    return run.from() >= keptFrom || run.to() > keptFrom;
  }

  private long firstOfMerged(long first) {
    long found = first;
    for (long earlier = earlierToMerge(found); earlier != Values.NONE; earlier = earlierToMerge(found)) {
      found = earlier;
    }
    return found;
  }

  /** Where the run before the one that begins at a time begins, if they are one. */
  private long earlierToMerge(long first) {
    long endsAfter = minus(first, merge);
    for (long cursor = first; cursor > from; ) {
      long open = lastOpenBefore(cursor, endsAfter);
      if (open == Values.NONE) {
        return Values.NONE;
      }
      long begin = open == from ? from : firstOfRunAt(open);
      long breaking = firstBreakingOf(begin);
      if (breaking != Values.NONE && breaking < first) {
        Run earlier = new Walk(breaking).run();
        return isKept(earlier) && earlier.to() > endsAfter ? breaking : Values.NONE;
      }
      cursor = begin;
    }
    return Values.NONE;
  }

  /** The last value before a time that does not end a run, if none that does lies between it and {@code endsAfter}. */
  private long lastOpenBefore(long time, long endsAfter) {
    long earliest = Math.max(from, minus(endsAfter, hold));
    long seen = values.before(time, earliest);
    while (seen != Values.NONE && !values.breaks(seen, clear)) {
      if (seen <= endsAfter) {
        return Values.NONE;
      }
      seen = values.before(seen, earliest);
    }
    boolean isAtEntry = seen == Values.NONE && earliest == from && isOpenAtEntry();
    return isAtEntry ? from : seen;
  }

  /** Of the values from one on that do not end a run the first that begins one. */
  private long firstBreakingOf(long begin) {
    if (clear == band) {
      return begin;
    }
    long seen = begin;
    long own = begin == from && carried() != Values.NONE ? carried() : begin;
    while (!values.breaks(own, band)) {
      own = values.after(seen, Math.min(to - 1, plus(own, hold)));
      if (own == Values.NONE || !values.breaks(own, clear)) {
        return Values.NONE;
      }
      seen = own;
    }
    return seen;
  }

  private long lastToLookAt(long last) {
    long seen = lastBetween(last);
    long next = values.after(seen, plus(seen, hold));
    return next == Values.NONE ? seen : next;
  }

  /** Of the values that follow one and break nothing, but are near to it, the last: a run may begin behind them, or go on. */
  private long lastBetween(long time) {
    long seen = time;
    long next = clear == band ? Values.NONE : values.after(seen, plus(seen, hold));
    while (next != Values.NONE && values.breaks(next, clear) && !values.breaks(next, band)) {
      seen = next;
      next = values.after(seen, plus(seen, hold));
    }
    return seen;
  }

  private boolean breaksAtEntry() {
    return carried() != Values.NONE && values.breaks(carried(), band);
  }

  private boolean isOpenAtEntry() {
    return carried() != Values.NONE && values.breaks(carried(), clear);
  }

  /** Whether the value carried into the stay breaks the band, and holds up to this time. */
  private boolean breaksFromEntryTo(long time) {
    return minus(time, hold) < from && breaksAtEntry() && minus(time, hold) <= carried();
  }

  private boolean isOpenFromEntryTo(long time) {
    return minus(time, hold) < from && isOpenAtEntry() && minus(time, hold) <= carried();
  }

  /** Where the run that reaches up to {@code start} begins, if the last value before it breaks the band. */
  private long firstOfRunBefore(long start, boolean atEnd) {
    long seen = start > from ? values.before(start, atEnd ? from : Math.max(from, minus(start, hold))) : Values.NONE;
    if (seen == Values.NONE) {
      boolean reaches = start > from && (atEnd ? breaksAtEntry() : breaksFromEntryTo(start));
      return reaches ? from : Values.NONE;
    }
    if (!values.breaks(seen, clear)) {
      return Values.NONE;
    }
    return firstBreakingOf(firstOfRunAt(seen));
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
        return isOpenFromEntryTo(first) ? from : first;
      }
      if (!values.breaks(earlier, clear)) {
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
        boolean goesOn = true;
        while (goesOn) {
          goesOn = advance();
        }
      });
    }

    /** Nothing of the run is at this time or later. */
    long end() {
      return next == Values.NONE ? plus(lastSeen, 1) : next;
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
      if (following == Values.NONE || !values.breaks(following, clear)) {
        next = following;
        return false;
      }
      lastSeen = following;
      lastOwn = following;
      if (clear == band || values.breaks(following, band)) {
        count(values.at(following));
      }
      return true;
    }

    private void count(double value) {
      count++;
      if (band.distance(value) > band.distance(worst)) {
        worst = value;
      }
    }

    Run run() {
      boolean goesOn = (to == LASTING || isCut) && next == Values.NONE && values.last() <= lastSeen;
      boolean open = goesOn && to == LASTING;
      long held = goesOn ? to : Math.min(to, plus(lastOwn, hold));
      long end = next == Values.NONE ? held : Math.min(held, next);
      return new Run(first, open ? Values.NONE : end, count, worst, lastOwn);
    }
  }
}
