package kongo.location;

import java.util.Optional;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.Judgement.Span;

/** Where the terms of one check change near neighbouring readings of one series that are new, changed or gone. */
final class ReadingBounds {

  private final SensorCheck check;
  private final Judgement after;
  private final long first;
  private final long last;
  private final boolean atEnd;
  private final boolean areBetween;

  /** @param lastUnchanged time of the last reading of the series that is the same on both sides */
  ReadingBounds(SensorCheck check, int number, Judgement before, Judgement after, long first, long last, long lastUnchanged) {
    this.check = check;
    this.after = after;
    this.first = first;
    this.last = last;
    this.atEnd = lastUnchanged < first;
    this.areBetween = mayChange() && (check.inTime().mayBeTheSameByOtherNames() || changeBetween(new Judgement.Series(number, ""), before));
  }

  private boolean mayChange() {
    return !check.inTime().isAlwaysTheSame() || check.inTime().namesMaxWeight() && !after.place().isAlwaysTheSame();
  }

  private boolean changeBetween(Judgement.Series series, Judgement before) {
    long from = atEnd ? after.measured(series.number()).before(first, Values.NONE + 1) : Times.minus(first, check.hold());
    long to = Math.max(Math.max(before.reached(series), after.reached(series)), Times.plus(last, 2 * check.hold()));
    return check.inTime().changesWithin(from, to)
        || check.inTime().namesMaxWeight() && !after.place().limits().changesWithin(from, to).isEmpty();
  }

  /** Whether values that go by the readings are judged on several terms: then no short cut is taken. */
  boolean areBetween() {
    return areBetween;
  }

  /** The bounds if there is one for all these values; empty if none of them is judged. */
  Optional<Band> band() {
    return check.inTime().judgesBy(check, first) ? check.band(after.place().at(first)) : Optional.empty();
  }

  Span span(Values old) {
    return new Span(first, atEnd ? last : check.lastChanged(old, last), atEnd);
  }
}
