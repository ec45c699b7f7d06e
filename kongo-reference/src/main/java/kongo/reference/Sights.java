package kongo.reference;

import java.util.Optional;
import kongo.rules.Aboard;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Rate;

/** For each kind of condition, how the reference judges it; empty where it names a maxWeight that the place has not. */
record Sights(Place place) implements Condition.Cases<Optional<Sight>> {

  @Override
  public Optional<Sight> measured(Measured condition) {
    return at(condition.bounds())
        .map(bounds -> new SensorSight(place, condition.metric(), condition.holdMillis(), Measure.VALUE, bounds));
  }

  @Override
  public Optional<Sight> rate(Rate condition) {
    Measure rate = Measure.rate(condition.holdMillis());
    return at(condition.bounds())
        .map(bounds -> new SensorSight(place, condition.of(), condition.holdMillis(), rate, bounds));
  }

  @Override
  public Optional<Sight> loadWeight(LoadWeight condition) {
    return at(condition.bounds())
        .map(bounds -> new PresenceSight(StepFunction.weight(place.visits()), bounds, Optional.empty()));
  }

  @Override
  public Optional<Sight> loadCount(LoadCount condition) {
    return at(condition.bounds())
        .map(bounds -> new PresenceSight(StepFunction.count(place.visits()), bounds, Optional.empty()));
  }

  @Override
  public Optional<Sight> aboard(Aboard condition) {
    StepFunction carriers = StepFunction.carriers(condition.category(), place.visits());
    Carriers named = Carriers.of(condition.category(), place.visits());
    return at(condition.bounds()).map(bounds -> new PresenceSight(carriers, bounds, Optional.of(named)));
  }

  private Optional<Bounds> at(kongo.rules.Bounds bounds) {
    return Bounds.at(bounds, place.profile());
  }
}
