package kongo.location;

import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.goods.Stay;
import kongo.location.Judgement.Span;

/** New neighbouring readings of one series under one rule, and the values after them that they change. */
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

  ReadingSpan(SensorCheck check, Band band, int number, long[] times, int from, int to, Values old, Values now) {
    this.check = check;
    this.number = number;
    this.first = times[from];
    this.atEnd = old.last() < first;
    this.last = atEnd ? times[to] : check.lastChanged(old, times[to]);
    long hold = check.hold();
    predecessor = old.before(first, atEnd ? Values.NONE + 1 : first - hold);
    predecessorBreaks = predecessor != Values.NONE && old.breaks(predecessor, band);
    long successor = atEnd ? Values.NONE : old.after(last, where().reach(hold));
    successorBreaks = successor != Values.NONE && old.breaks(successor, band);
    boolean all = true;
    boolean any = last > times[to] && (old.breaks(last, band) || now.breaks(last, band));
    boolean near = predecessor != Values.NONE && first - predecessor <= hold;
    for (int i = from; i <= to; i++) {
      boolean breaks = now.breaks(times[i], band);
      all &= breaks;
      any |= breaks;
      near &= i == from || times[i] - times[i - 1] <= hold;
    }
    allBreak = all;
    anyBreaks = any;
    unbroken = near;
  }

  /** Whether any violation can have changed: where nothing breaks the band on either side, nothing has. */
  boolean matters() {
    return anyBreaks || predecessorBreaks || successorBreaks;
  }

  Span where() {
    return new Span(first, last, atEnd);
  }

  /** A run that only goes on changes nothing that is told, for stays that last and began before. */
  boolean changes(GoodsHere goods, long reach) {
    boolean goesOn = atEnd && predecessorBreaks && allBreak && unbroken;
    for (Stay stay : goods.staysFrom(first)) {
      boolean inReach = stay.to() > first && stay.from() <= reach;
      if (inReach && !(goesOn && stay.isOpen() && stay.from() <= predecessor)) {
        return true;
      }
    }
    return false;
  }
}
