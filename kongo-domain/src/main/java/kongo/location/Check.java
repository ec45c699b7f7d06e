package kongo.location;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.excursion.Run;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.Rule;
import kongo.rules.Subject;
import kongo.violation.Limit;

/** One definition of a rule at work at the Locations of a node: for each kind of condition, how the engine judges it. */
abstract class Check {

  private final Rule rule;
  private RuleInTime inTime;
  private long[] times;

  Check(Rule rule) {
    this.rule = rule;
  }

  /** Of the rules that are so defined. */
  final Stream<Severities> severities() {
    return inTime.severitiesOf(this);
  }

  /** Of an excursion that begins then: by the book that is in force then. */
  final Severities severitiesAt(long from) {
    return inTime.at(from).severities().orElseGet(() -> new Severities(rule.ranking()));
  }

  /** How long an excursion has to last to be something else than it was, or to be at all: ascending. */
  final long[] times() {
    return times;
  }

  LongStream everyTime() {
    return severities().flatMapToLong(Severities::times);
  }

  /**
   * @param latest up to where it has lasted if it is open
   * @param most where it has ended at the latest, whatever it is
   */
  static long lasted(Run run, long latest, long most) {
    long end = Math.min(run.isOpen() ? latest : run.to(), most);
    return end <= run.from() ? 0 : end - run.from();
  }

  /** Said once, before anyone asks. */
  void isPartOf(RuleInTime all) {
    inTime = all;
    times = everyTime().sorted().distinct().toArray();
  }

  /** What has the name of its rule. */
  RuleInTime inTime() {
    return inTime;
  }

  /** A rule that is so defined; for whom and where it holds at a time, and how bad it is, says {@link #inTime}. */
  Rule rule() {
    return rule;
  }

  /** Whether it is about Goods, and concerns any that are what this one is at some time. */
  boolean concerns(GoodsHere goods) {
    if (rule.subject() == Subject.GOODS) {
      for (Timeline.Part<GoodsProfile> part : goods.profile().parts()) {
        if (part.value().isPresent() && inTime.isFor(this, part.value().get().categories())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether Goods, or the Location itself, are judged on the same terms by the other one if the limits are the same. */
  boolean isLike(Check other) {
    return this == other
        || rule.condition().getClass() == other.rule.condition().getClass()
            && Objects.equals(rule.metric(), other.rule.metric())
            && hold() == other.hold()
            && rule.damping().equals(other.rule.damping())
            && rule.graceMillis() == other.rule.graceMillis();
  }

  /** What has to be kept at a place with this profile; empty: it does not apply there. */
  abstract Optional<Limit> limit(Optional<PlaceProfile> place);

  /** Whether it is at no time for a place of this kind. */
  boolean excludes(Optional<PlaceType> place) {
    return inTime.excludes(this, place);
  }

  /** Whether it goes by readings of this metric. */
  boolean looksAt(String readings) {
    return false;
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

  /** The runs that a change within the span can have touched. */
  abstract void runs(Sight sight, Span span, Consumer<Finding> found);

  /** The culprits of a run that begins at this time. */
  abstract List<String> others(Presence.View presence, long from, String subject);

  /**
   * Who looks at a series, and when.
   *
   * @param goods empty: the Location itself
   * @param interval the part of the stay, or of the Location's life
   * @param earlier the part before, which ends where this one begins
   */
  record Sight(Judgement side, Series series, Optional<GoodsHere> goods, Interval interval, Optional<Term> earlier) {

    /** Of the same the part before. */
    Sight of(Term other) {
      return new Sight(side, series, goods, other.interval(), other.earlier());
    }

    long from() {
      return interval.from();
    }

    /** {@link kongo.excursion.StayRuns#LASTING} while it has no end. */
    long to() {
      return interval.to();
    }
  }
}
