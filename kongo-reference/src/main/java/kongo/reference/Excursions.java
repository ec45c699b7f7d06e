package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kongo.goods.Stay;
import kongo.rules.Rule;
import kongo.rules.Subject;
import kongo.violation.Status;
import kongo.violation.Violation;

/** Sections 5 to 7: the excursions that break one rule at one Location. */
final class Excursions {

  private final Place place;
  private final Rule rule;
  private final Sight sight;
  private final List<Violation> found = new ArrayList<>();

  private Excursions(Place place, Rule rule, Sight sight) {
    this.place = place;
    this.rule = rule;
    this.sight = sight;
  }

  static List<Violation> of(Rule rule, Place place) {
    Optional<Sight> sight = rule.condition().when(new Sights(place));
    return sight.isPresent() ? new Excursions(place, rule, sight.get()).find() : List.of();
  }

  private List<Violation> find() {
    if (rule.subject() == Subject.GOODS) {
      place.visits().stream().filter(this::isSubject).forEach(visit -> lookAt(Optional.of(visit)));
    } else if (rule.at().isEmpty() || rule.at().equals(place.typeByProfile())) {
      lookAt(Optional.empty());
    }
    return found;
  }

  private boolean isSubject(Visit visit) {
    boolean holdsThere = rule.at().isEmpty() || rule.at().get() == place.typeDuring(visit.stay());
    return holdsThere && rule.categories().stream().anyMatch(visit::carries);
  }

  private void lookAt(Optional<Visit> visit) {
    sight.seenBy(visit).forEach((sensor, seen) -> add(visit, sensor, seen));
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
        rule.condition().kind(),
        rule.name(),
        goods,
        place.id(),
        rule.metric(),
        sensor,
        visit.map(v -> v.stay().from()).orElse(null),
        from,
        end.isPresent() ? end.getAsLong() : null,
        run.count(),
        seen.worst(run, sight.bounds()),
        sight.bounds().limit(),
        sight.others(from, subject));
  }
}
