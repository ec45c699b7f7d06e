package kongo.location;

import java.util.List;
import java.util.function.Consumer;
import kongo.excursion.Values;
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
    return level.seen(sight.side().presence().steps(level), sight.goods());
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
    return new Span(Long.MAX_VALUE - 1, Long.MAX_VALUE, true);
  }

  @Override
  List<String> others(Presence.View presence, long from, String subject) {
    return level.others(presence, from, subject);
  }
}
