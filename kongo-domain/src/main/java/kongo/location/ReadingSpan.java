package kongo.location;

import java.util.List;
import java.util.Optional;
import kongo.excursion.Band;
import kongo.excursion.StayRuns;
import kongo.excursion.Values;
import kongo.goods.Stay;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;

/**
 * Neighbouring readings of one series that are new, changed or gone, under one rule, and the values after them that they
 * change.
 */
final class ReadingSpan {

  final SensorCheck check;
  final int number;
  private final long first;
  private final long last;
  private final boolean atEnd;
  private final long predecessor;
  private final boolean predecessorBreaks;
  private final boolean allBreak;
  private final boolean anyBreaks;
  private final boolean successorBreaks;
  private final boolean unbroken;
  private final boolean begins;
  private final Band band;
  private final Values old;
  private final Values now;
  private final long newest;

  /**
   * @param lastUnchanged time of the last reading that is the same on both sides
   * @param allNew whether there was no reading at any of these times, and there is one now
   */
  ReadingSpan(
      SensorCheck check, Band band, int number, long[] times, int from, int to, Values old, Values now, long lastUnchanged,
      boolean allNew) {
    this.check = check;
    this.number = number;
    this.band = band;
    this.old = old;
    this.now = now;
    this.newest = times[to];
    this.first = times[from];
    Band clear = check.clear(band);
    this.atEnd = lastUnchanged < first;
    this.last = atEnd ? times[to] : check.lastChanged(old, times[to]);
    long hold = check.hold();
    predecessor = old.before(first, atEnd ? Values.NONE + 1 : first - hold);
    predecessorBreaks = predecessor != Values.NONE && old.breaks(predecessor, clear);
    boolean predecessorIsOut = predecessorBreaks && (clear == band || old.breaks(predecessor, band));
    long successor = atEnd ? Values.NONE : old.after(last, where().reach(hold));
    successorBreaks = successor != Values.NONE && old.breaks(successor, clear);
    boolean all = allNew;
    boolean any = last > times[to] && (old.breaks(last, clear) || breaks(now, last, clear, allNew));
    boolean isFirstOut = false;
    boolean near = predecessor != Values.NONE && first - predecessor <= hold;
    for (int i = from; i <= to; i++) {
      boolean breaks = breaks(now, times[i], clear, allNew);
      all &= breaks;
      any |= breaks || !allNew && breaks(old, times[i], clear, false);
      isFirstOut |= breaks && !predecessorIsOut && (clear == band || now.breaks(times[i], band));
      near &= i == from || times[i] - times[i - 1] <= hold;
    }
    allBreak = all;
    anyBreaks = any;
    unbroken = near;
    begins = isFirstOut;
  }

  private static boolean breaks(Values values, long time, Band band, boolean isThere) {
    return (isThere || values.after(time - 1, time) == time) && values.breaks(time, band);
  }

  /** Whether any violation can have changed: where nothing breaks the band on either side, nothing has. */
  boolean matters() {
    return anyBreaks || predecessorBreaks || successorBreaks;
  }

  Span where() {
    return new Span(first, last, atEnd);
  }

  /**
   * Whether a run only goes on: then nothing changes that is told, for stays that last and began before. Where it counts how
   * far outside a value is that is so if the new ones are not worse.
   */
  boolean goesOn() {
    return atEnd && predecessorBreaks && allBreak && unbroken && !begins && !(check.goesByDistance() && getsWorse());
  }

  private boolean getsWorse() {
    boolean isKnown = old.breaks(predecessor, band);
    for (long time = first; time != Values.NONE && time <= newest; time = now.after(time, newest)) {
      if (now.breaks(time, band) && (!isKnown || check.isWorse(band, now.at(time), old.at(predecessor)))) {
        return true;
      }
    }
    return false;
  }

  /** When the part of a stay that lasts began, if it is the same on both sides; else the end of time. */
  private long lastBegin(GoodsHere goods, Stay stay, Judgement before, Judgement after) {
    Series series = new Series(number, "");
    List<Term> was = before.parts(check, series, goods, stay);
    List<Term> is = after.parts(check, series, goods, stay);
    boolean isSame = was.equals(is) && !is.isEmpty() && is.get(is.size() - 1).interval().to() == StayRuns.LASTING;
    return isSame ? is.get(is.size() - 1).interval().from() : Long.MAX_VALUE;
  }

  /** Of a run that goes on, the time up to which it has lasted more, as far as the clock had come and has. */
  Optional<Lapse> lapse(long clockBefore, long clock) {
    long earlier = Math.min(clockBefore, Times.plus(predecessor, check.hold()));
    long later = Math.min(clock, Times.plus(newest, check.hold()));
    return check.times().length == 0 || earlier >= later ? Optional.empty() : Optional.of(new Lapse(check.times(), earlier, later));
  }

  /** Where its runs begin. */
  RunBegins.Begins begins(RunBegins known) {
    return known.of(check, number, now, band);
  }

  /** @param lapse if the run goes on, the time that it has lasted more, if that matters */
  boolean changes(GoodsHere goods, Judgement before, Judgement after, long reach, boolean goesOn, Optional<Lapse> lapse) {
    boolean neverChange = Terms.neverChange(check.inTime(), after.place(), goods);
    for (Stay stay : goods.staysFrom(first)) {
      boolean inReach = stay.to() > first && stay.from() <= reach;
      if (inReach && !(goesOn && stay.isOpen() && isAsBefore(neverChange ? stay.from() : lastBegin(goods, stay, before, after), lapse))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAsBefore(long begin, Optional<Lapse> lapse) {
    return begin <= predecessor && lapse.map(one -> !one.concerns(begin)).orElse(true);
  }
}
