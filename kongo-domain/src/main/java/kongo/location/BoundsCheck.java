package kongo.location;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.excursion.Band;
import kongo.excursion.Run;
import kongo.excursion.StayRuns;
import kongo.excursion.Values;
import kongo.location.DueByClock.Open;
import kongo.location.Judgement.Span;
import kongo.registry.PlaceProfile;
import kongo.registry.Timeline;
import kongo.rules.Bounds;
import kongo.rules.Damping;
import kongo.rules.Rule;
import kongo.violation.Limit;
import kongo.violation.Severity;

/** Values of some series have to keep bounds. */
abstract class BoundsCheck extends Check {

  private final Bounds bounds;
  private final Damping damping;
  /** The same everywhere, unless they are those of a place. */
  private final Optional<Band> fixed;
  private final List<Band> only;

  BoundsCheck(Rule rule, Bounds bounds) {
    super(rule);
    this.bounds = bounds;
    this.damping = rule.damping();
    this.fixed = bounds.nameMaxWeight() ? Optional.empty() : Band.of(bounds, Optional.empty());
    this.only = fixed.map(List::of).orElse(List.of());
  }

  @Override
  LongStream everyTime() {
    return LongStream.concat(LongStream.of(damping.delayMillis()), super.everyTime()).filter(time -> time > 0);
  }

  /** How close two runs are at most that are one, and a millisecond. */
  final long merge() {
    return damping.mergeMillis();
  }

  final boolean hasDeadband() {
    return damping.deadband() > 0;
  }

  /** What a value has to keep to end an excursion. */
  final Band clear(Band band) {
    return band.within(damping.deadband());
  }

  /** How far outside a value is, as rules count that raise the severity by it. */
  double distance(Band band, double value) {
    return band.distance(value);
  }

  /** The bounds at a Location with this profile; empty where the rule does not apply for want of a maxWeight. */
  final Optional<Band> band(Optional<PlaceProfile> place) {
    return fixed.isPresent() ? fixed : Band.of(bounds, place);
  }

  /** All that there ever are at a Location. */
  final Collection<Band> bands(Place place) {
    if (fixed.isPresent()) {
      return only;
    }
    Set<Band> bands = new LinkedHashSet<>();
    place.limits().parts().forEach(part -> band(part.value()).ifPresent(bands::add));
    return bands;
  }

  /** All those at a Location that are in force at any time from one to another, both included. */
  final Collection<Band> bandsWithin(Place place, long from, long to) {
    if (inTime().isAlwaysTheSame() && place.isAlwaysTheSame()) {
      return bands(place);
    }
    Set<Band> bands = new LinkedHashSet<>();
    LongStream.concat(LongStream.of(from), Stream.concat(
            inTime().parts().stream().map(RuleInTime.Part::from), place.limits().parts().stream().map(Timeline.Part::from))
        .mapToLong(Long::longValue).filter(time -> time > from && time <= to))
        .filter(time -> inTime().judgesBy(this, time))
        .forEach(time -> band(place.at(time)).ifPresent(bands::add));
    return bands;
  }

  @Override
  final Optional<Limit> limit(Optional<PlaceProfile> place) {
    return band(place).map(Band::limit);
  }

  /** Whether the last value counts at the beginning of the interval however old it is: what it began has gone on up to there. */
  abstract boolean carriesOld(Sight sight, Values values);
  /** Where excursions may be open. */
  abstract List<Open> open(Judgement now, OpenSeries series, RunBegins begins, Band band);

  /** Of the values before this not all are known. */
  long keptFrom(Judgement side) {
    return Long.MIN_VALUE;
  }

  /** The values that are judged, as they are seen. */
  abstract Values values(Sight sight);

  @Override
  void runs(Sight sight, Span span, Consumer<Finding> found) {
    Optional<Band> known = band(sight.side().place().at(sight.from()));
    known.ifPresent(band -> runs(sight, span, band, found));
  }

  private void runs(Sight sight, Span span, Band band, Consumer<Finding> found) {
    Values values = values(sight);
    boolean carriesOld = carriesOld(sight, values);
    new StayRuns(values, band, damping, hold(), sight.from(), sight.to(), keptFrom(sight.side()), sight.interval().isCut(), carriesOld)
        .touching(span.first(), span.last(), span.atEnd(), run -> tell(sight, band, run, carriesOld && run.from() == sight.from(), found));
  }

  /** @param goesOn whether it began under other terms, where it has lasted for long enough */
  private void tell(Sight sight, Band band, Run run, boolean goesOn, Consumer<Finding> found) {
    long lasted = lasted(run, sight.side().clock(), Times.plus(run.newest(), hold()));
    if (goesOn || lasted >= damping.delayMillis() || sight.side().tellsWhatMayBe()) {
      found.accept(new Finding(run, band.limit(), severity(severitiesAt(run.from()), band, lasted, run.worst())));
    }
  }

  private Severity severity(Severities severities, Band band, long lasted, double worst) {
    Severity byTime = severities.afterTime(lasted);
    return severities.goByDistance() ? Severities.higher(byTime, severities.atDistance(distance(band, worst))) : byTime;
  }

  /** Whether it counts at any time how far outside a value is, and this one may then be worse than the other one. */
  final boolean isWorse(Band band, double value, double other) {
    return severities().anyMatch(one -> one.atDistance(distance(band, value)).compareTo(one.atDistance(distance(band, other))) > 0);
  }

  final boolean goesByDistance() {
    return severities().anyMatch(Severities::goByDistance);
  }
}
