package kongo.location;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kongo.excursion.Band;
import kongo.excursion.LastingValues;
import kongo.excursion.Values;
import kongo.location.DueByClock.Open;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.rules.Bounds;
import kongo.rules.Rule;

/** Bounds on a number that follows from who is at a Location. */
final class PresenceCheck extends BoundsCheck {

  private static final long UNTIL_CHANGED = Long.MAX_VALUE;

  private final Level level;

  PresenceCheck(Rule rule, Bounds bounds, Level level) {
    super(rule, bounds);
    this.level = level;
  }

  Level level() {
    return level;
  }

  @Override
  Values values(Sight sight) {
    return level.seen(sight.side().presence(), sight.goods(), sight.side().clock());
  }

  /** It always does: such a value holds until it changes. */
  @Override
  boolean carriesOld(Sight sight, Values values) {
    return false;
  }

  @Override
  List<Open> open(Judgement now, OpenSeries series, RunBegins begins, Band band) {
    List<Open> open = new ArrayList<>();
    for (LastingValues values : level.views(now.presence().steps(level), !isAboutLocation(), now.clock())) {
      long last = values.last();
      if (last != Values.NONE && values.breaks(last, band)) {
        open.add(new Open(Series.DERIVED, (lasting, earlier, later) ->
            Lapse.nextBegin(values, band, hold(), Times.minus(earlier, lasting), Times.minus(later, lasting))));
      }
    }
    return open;
  }

  @Override
  long keptFrom(Judgement side) {
    return side.presence().closedBefore();
  }

  @Override
  double distance(Band band, double value) {
    return level.distance(band, value);
  }

  @Override
  long hold() {
    return UNTIL_CHANGED;
  }

  @Override
  void forEachSeries(List<SeriesKey> keys, Consumer<Series> action) {
    action.accept(Series.DERIVED);
  }

  @Override
  Span spanOfStay(Judgement before, Series series, Span span) {
    return span;
  }

  @Override
  Span end(Judgement now, Series series) {
    return Span.NOW;
  }

  @Override
  List<String> others(Presence.View presence, long from, String subject) {
    return level.others(presence, from, subject);
  }
}
