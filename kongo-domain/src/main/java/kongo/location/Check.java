package kongo.location;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kongo.excursion.Run;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.rules.Rule;
import kongo.rules.Subject;
import kongo.violation.Limit;

/** A rule at work at the Locations of a node: for each kind of condition, how the engine judges it. */
abstract class Check {

  private final Rule rule;

  Check(Rule rule) {
    this.rule = rule;
  }

  Rule rule() {
    return rule;
  }

  /** Whether it is about Goods, and concerns those that carry these categories. */
  boolean concerns(List<String> categories) {
    return rule.subject() == Subject.GOODS && rule.categories().stream().anyMatch(categories::contains);
  }

  boolean isAboutLocation() {
    return rule.subject() == Subject.LOCATION;
  }

  /** What it looks at here: one series for each sensor, or one alone. */
  abstract void forEachSeries(List<SeriesKey> keys, Consumer<Series> action);

  /** How many milliseconds after a change a stay may begin that it concerns. */
  abstract long hold();

  /** The span in which a stay is not what it was, as a span of the series. */
  abstract Span spanOfStay(Judgement before, Series series, Span span);

  /** The span of the series that reaches up to now. */
  abstract Span end(Judgement now, Series series);

  /** The runs that a change within the span can have touched, and the limit that they break. */
  abstract void runs(Sight sight, Span span, BiConsumer<Run, Limit> found);

  /** The culprits of a run that begins at this time. */
  abstract List<String> others(Presence.View presence, long from, String subject);

  /**
   * Who looks at a series, and when.
   *
   * @param goods empty: the Location itself
   * @param from start of the stay
   * @param to end of the stay, {@link kongo.excursion.StayRuns#LASTING} while it has none
   */
  record Sight(Judgement side, Series series, Optional<GoodsHere> goods, long from, long to) {}
}
