package kongo.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kongo.rules.Aboard;
import kongo.rules.Bounded;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Rate;
import kongo.rules.Silence;
import kongo.violation.Violation;

/** For each kind of condition, how the violations of a rule at a place are found. */
record Judges(Place place, Interval interval, Known known) implements Condition.Cases<List<Violation>> {

  /** What was looked for already. */
  private record Known(Map<Condition, Sight> sights, Map<String, Heard> heard) {}

  static List<Violation> of(String rule, Place place) {
    Known known = new Known(new HashMap<>(), new HashMap<>());
    return new Intervals(place, rule).all().stream()
        .flatMap(interval -> interval.terms().rule().condition().when(new Judges(place, interval, known)).stream())
        .toList();
  }

  @Override
  public List<Violation> measured(Measured condition) {
    return excursions();
  }

  @Override
  public List<Violation> rate(Rate condition) {
    return excursions();
  }

  @Override
  public List<Violation> loadWeight(LoadWeight condition) {
    return excursions();
  }

  @Override
  public List<Violation> loadCount(LoadCount condition) {
    return excursions();
  }

  @Override
  public List<Violation> aboard(Aboard condition) {
    return excursions();
  }

  @Override
  public List<Violation> silence(Silence condition) {
    Heard heard = known.heard().computeIfAbsent(condition.metric(), metric -> Heard.of(place, metric));
    return interval.asOf(place.clock()).map(part -> new Silences(place, part, condition, heard).find()).orElse(List.of());
  }

  @Override
  public List<Violation> overstay(Overstay condition) {
    return interval.asOf(place.clock()).map(part -> new Overstays(place, part, condition).find()).orElse(List.of());
  }

  private List<Violation> excursions() {
    return new Excursions(place, this::sight).in(interval);
  }

  private Sight sight(Interval one) {
    Bounded condition = (Bounded) one.terms().rule().condition();
    return known.sights().computeIfAbsent(condition, c -> condition.whenBounded(new Sights(place)));
  }
}
