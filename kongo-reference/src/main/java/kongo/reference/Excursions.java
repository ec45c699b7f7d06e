package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kongo.goods.Stay;
import kongo.location.SeriesKey;
import kongo.rules.Rule;
import kongo.rules.Subject;
import kongo.violation.Kind;
import kongo.violation.Status;
import kongo.violation.Violation;

/** Sections 5 to 7: the excursions that break one rule at one Location. */
final class Excursions {

  private final Place place;
  private final Rule rule;
  private final Bounds bounds;
  private final Optional<Aboard> counted;
  private final List<Violation> found = new ArrayList<>();

  private Excursions(Place place, Rule rule, Bounds bounds) {
    this.place = place;
    this.rule = rule;
    this.bounds = bounds;
    this.counted =
        kind() == Kind.COLOCATION ? Optional.of(Aboard.of(rule.countedCategory(), place.visits())) : Optional.empty();
  }

  static List<Violation> of(Rule rule, Place place) {
    Optional<Bounds> bounds = Bounds.at(rule, place.profile());
    return bounds.isPresent() ? new Excursions(place, rule, bounds.get()).find() : List.of();
  }

  private List<Violation> find() {
    if (rule.subject() == Subject.GOODS) {
      findThoseOfGoods();
    } else if (rule.at().isEmpty() || rule.at().equals(place.typeByProfile())) {
      findThoseOfLocation();
    }
    return found;
  }

  private void findThoseOfGoods() {
    List<Visit> subjects = place.visits().stream().filter(this::isSubject).toList();
    if (rule.isDerived()) {
      StepFunction derived = StepFunction.of(rule.metric(), place.visits());
      subjects.forEach(visit -> add(Optional.of(visit), "", derived.seenBy(visit, bounds)));
    } else {
      subjects.forEach(visit -> forEachSeries(Optional.of(visit), visit.stay().from(), visit.stay().to()));
    }
  }

  private boolean isSubject(Visit visit) {
    boolean holdsThere = rule.at().isEmpty() || rule.at().get() == place.typeDuring(visit.stay());
    return holdsThere && rule.categories().stream().anyMatch(visit::carries);
  }

  private void findThoseOfLocation() {
    if (rule.isDerived()) {
      add(Optional.empty(), "", StepFunction.of(rule.metric(), place.visits()).seenByLocation(bounds));
    } else {
      forEachSeries(Optional.empty(), Long.MIN_VALUE, Stay.OPEN);
    }
  }

  private void forEachSeries(Optional<Visit> visit, long from, long to) {
    for (Map.Entry<SeriesKey, Series> entry : place.measured().entrySet()) {
      if (entry.getKey().metric().equals(rule.metric())) {
        Seen seen = Seen.measured(entry.getValue(), from, to, rule.holdMillis(), bounds);
        add(visit, entry.getKey().sensor(), seen);
      }
    }
  }

  private void add(Optional<Visit> visit, String sensor, Seen seen) {
    seen.runs().forEach(run -> found.add(violation(visit, sensor, seen, run)));
  }

  /** The excursion of a Goods during a visit, or of the Location itself during its whole life. */
  private Violation violation(Optional<Visit> visit, String sensor, Seen seen, Seen.Run run) {
    String goods = visit.map(Visit::goods).orElse(null);
    long from = seen.times()[run.first()];
    OptionalLong end = seen.end(run, visit.map(v -> v.stay().to()).orElse(Stay.OPEN));
    String subject = goods == null ? place.id() : goods;
    return new Violation(
        Ids.of(subject, rule.name(), place.id(), sensor, from),
        end.isPresent() ? Status.CLOSED : Status.OPEN,
        kind(),
        rule.name(),
        goods,
        place.id(),
        rule.metric(),
        sensor,
        visit.map(v -> v.stay().from()).orElse(null),
        from,
        end.isPresent() ? end.getAsLong() : null,
        run.count(),
        seen.worst(run, bounds),
        bounds.limit(),
        counted.map(aboard -> aboard.others(from, subject)).orElse(List.of()));
  }

  private Kind kind() {
    if (!rule.isDerived()) {
      return Kind.ENVIRONMENT;
    }
    return rule.metric().startsWith(Rule.ABOARD) ? Kind.COLOCATION : Kind.OVERLOAD;
  }
}
