package kongo.location;

import java.util.Optional;
import java.util.function.BiConsumer;
import kongo.excursion.Band;
import kongo.excursion.Run;
import kongo.excursion.StayRuns;
import kongo.excursion.Values;
import kongo.location.Judgement.Span;
import kongo.registry.PlaceProfile;
import kongo.rules.Bounds;
import kongo.rules.Rule;
import kongo.violation.Limit;

/** Values of some series have to keep bounds. */
abstract class BoundsCheck extends Check {

  private final Bounds bounds;

  BoundsCheck(Rule rule, Bounds bounds) {
    super(rule);
    this.bounds = bounds;
  }

  /** The bounds at a Location with this profile; empty where the rule does not apply for want of a maxWeight. */
  final Optional<Band> band(Optional<PlaceProfile> place) {
    return Band.of(bounds, place);
  }

  /** The values that are judged, as they are seen. */
  abstract Values values(Sight sight);

  @Override
  final void runs(Sight sight, Span span, BiConsumer<Run, Limit> found) {
    Optional<Band> known = band(sight.side().place());
    known.ifPresent(
        band ->
            new StayRuns(values(sight), band, hold(), sight.from(), sight.to())
                .touching(span.first(), span.last(), span.atEnd(), run -> found.accept(run, band.limit())));
  }
}
