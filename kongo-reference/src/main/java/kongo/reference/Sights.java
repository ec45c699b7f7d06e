package kongo.reference;

import java.util.Optional;
import kongo.rules.Aboard;
import kongo.rules.Bounded;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Rate;

/** For each kind of condition that bounds a value, what of it is seen. */
record Sights(Place place) implements Bounded.Cases<Sight> {

  @Override
  public Sight measured(Measured condition) {
    return SensorSight.of(place, condition.metric(), condition.holdMillis(), Measure.value(place.books(), condition.metric()));
  }

  @Override
  public Sight rate(Rate condition) {
    Measure value = Measure.value(place.books(), condition.of());
    return SensorSight.of(place, condition.of(), condition.holdMillis(), Measure.rate(value, condition.holdMillis()));
  }

  @Override
  public Sight loadWeight(LoadWeight condition) {
    return new PresenceSight(StepFunction.weight(place), place.clock(), Optional.empty());
  }

  @Override
  public Sight loadCount(LoadCount condition) {
    return new PresenceSight(StepFunction.count(place), place.clock(), Optional.empty());
  }

  @Override
  public Sight aboard(Aboard condition) {
    StepFunction carriers = StepFunction.carriers(condition.category(), place);
    return new PresenceSight(carriers, place.clock(), Optional.of(Carriers.of(condition.category(), place)));
  }
}
