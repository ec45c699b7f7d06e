package kongo.reference;

import java.util.Optional;
import kongo.registry.PlaceType;
import kongo.rules.Aboard;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.Silence;

/** Section 12: which kinds of rules are about what a Goods' own loggers say. */
record HoldsAtItself(Rule rule) implements Condition.Cases<Boolean> {

  @Override
  public Boolean measured(Measured condition) {
    return true;
  }

  @Override
  public Boolean rate(Rate condition) {
    return true;
  }

  @Override
  public Boolean loadWeight(LoadWeight condition) {
    return false;
  }

  @Override
  public Boolean loadCount(LoadCount condition) {
    return false;
  }

  @Override
  public Boolean aboard(Aboard condition) {
    return false;
  }

  /** Most Goods have no logger. */
  @Override
  public Boolean silence(Silence condition) {
    return rule.at().equals(Optional.of(PlaceType.GOODS));
  }

  @Override
  public Boolean overstay(Overstay condition) {
    return false;
  }
}
