package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import kongo.goods.Stay;
import kongo.rules.Damping;
import kongo.rules.Rule;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * Sections 5 to 7: the excursions that break one rule at one Location.
 *
 * @param sights what the rule looks at, which may differ between intervals
 */
record Excursions(Place place, Function<Interval, Sight> sights) {

  List<Violation> in(Interval interval) {
    List<Violation> found = new ArrayList<>();
    for (String sensor : sights.apply(interval).sensors()) {
      for (Excursion excursion : of(sensor, interval)) {
        found.add(violation(interval, sensor, excursion));
      }
    }
    return found;
  }

  private List<Excursion> of(String sensor, Interval whole) {
    Sight sight = sights.apply(whole);
    Optional<Interval> known = whole.asOf(sight.reached(sensor));
    if (known.isEmpty()) {
      return List.of();
    }
    Interval interval = known.get();
    boolean goesOn = goesOn(sensor, interval);
    Seen seen = sight.seen(sensor, interval, goesOn);
    long delay = interval.terms().rule().damping().delayMillis();
    return merged(seen, interval).stream()
        .filter(excursion -> (goesOn && excursion.beginsInterval()) || excursion.lasted(place.clock()) >= delay)
        .toList();
  }

  /** Whether the interval before ended an alarm for want of news, so that it goes on in this one. */
  private boolean goesOn(String sensor, Interval interval) {
    return interval.before()
        .filter(before -> before.terms().bounds().isPresent())
        .filter(before -> before.terms().rule().metric().equals(interval.terms().rule().metric()))
        .map(before -> of(sensor, before).stream().anyMatch(Excursion::outlivesHold))
        .orElse(false);
  }

  private static List<Excursion> merged(Seen seen, Interval interval) {
    Damping damping = interval.terms().rule().damping();
    List<List<Seen.Run>> groups = new ArrayList<>();
    OptionalLong end = OptionalLong.empty();
    for (Seen.Run run : seen.runs()) {
      boolean isNear = end.isPresent() && seen.times()[run.first()] - end.getAsLong() < damping.mergeMillis();
      if (!isNear) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(run);
      end = seen.end(run, interval.to());
    }
    return groups.stream().map(runs -> excursion(seen, runs, interval)).toList();
  }

  private static Excursion excursion(Seen seen, List<Seen.Run> runs, Interval interval) {
    Seen.Run last = runs.get(runs.size() - 1);
    boolean wantsNews = seen.isLast(last) && seen.isNewest() && interval.wholeTo() == Stay.OPEN && interval.to() != Stay.OPEN;
    return new Excursion(seen, runs, wantsNews ? OptionalLong.of(interval.to()) : seen.end(last, interval.to()), wantsNews);
  }

  /** The excursion of a Goods during a visit, or of the Location itself during its life. */
  private Violation violation(Interval interval, String sensor, Excursion excursion) {
    Rule rule = interval.terms().rule();
    Bounds bounds = interval.terms().bounds().orElseThrow();
    String goods = interval.visit().map(Visit::goods).orElse(null);
    String subject = goods == null ? place.id() : goods;
    long from = excursion.from();
    return new Violation(
        Ids.of(subject, rule.name(), place.id(), sensor, from),
        excursion.to().isPresent() ? Status.CLOSED : Status.OPEN,
        rule.condition().kind(),
        place.books().severity(rule.name(), from, excursion.lasted(place.clock()), excursion.farOut()),
        rule.name(),
        goods,
        place.id(),
        rule.metric(),
        sensor,
        interval.visit().map(v -> v.stay().from()).orElse(null),
        from,
        excursion.to().isPresent() ? excursion.to().getAsLong() : null,
        excursion.count(),
        excursion.worst(bounds),
        bounds.limit(),
        sights.apply(interval).others(from, subject));
  }
}
