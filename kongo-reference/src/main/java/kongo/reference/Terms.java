package kongo.reference;

import java.util.Optional;
import kongo.registry.PlaceProfile;
import kongo.rules.Aboard;
import kongo.rules.Bounded;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.Silence;
import kongo.violation.Limit;

/**
 * What a rule says at a place.
 *
 * @param bounds as numbers; empty of a rule that has none
 */
record Terms(Rule rule, Optional<Bounds> bounds) {

  /** Empty where the rule names a maxWeight that the place does not have. */
  static Optional<Terms> of(Rule rule, Optional<PlaceProfile> profile) {
    if (!(rule.condition() instanceof Bounded bounded)) {
      return Optional.of(new Terms(rule, Optional.empty()));
    }
    return Bounds.at(bounded.bounds(), profile).map(bounds -> new Terms(rule, Optional.of(bounds)));
  }

  /** Whether both judge alike: in all keys that judge, but for where they apply. */
  boolean areAlike(Terms other) {
    return rule.subject() == other.rule.subject()
        && rule.condition().when(new SaidBy(bounds)).equals(other.rule.condition().when(new SaidBy(other.bounds)))
        && rule.damping().equals(other.rule.damping())
        && rule.graceMillis() == other.rule.graceMillis();
  }

  /**
   * What a condition says.
   *
   * @param limit its bounds as numbers, or its time
   * @param hold 0 where nothing is held
   */
  private record Demand(String metric, Limit limit, long hold) {}

  private record SaidBy(Optional<Bounds> bounds) implements Condition.Cases<Demand> {

    private Demand demand(Bounded condition, long hold) {
      return new Demand(condition.metric(), bounds.orElseThrow().limit(), hold);
    }

    @Override
    public Demand measured(Measured condition) {
      return demand(condition, condition.holdMillis());
    }

    @Override
    public Demand rate(Rate condition) {
      return demand(condition, condition.holdMillis());
    }

    @Override
    public Demand loadWeight(LoadWeight condition) {
      return demand(condition, 0);
    }

    @Override
    public Demand loadCount(LoadCount condition) {
      return demand(condition, 0);
    }

    @Override
    public Demand aboard(Aboard condition) {
      return demand(condition, 0);
    }

    @Override
    public Demand silence(Silence condition) {
      return new Demand(condition.metric(), Limit.ofSilence(condition.silentMillis()), 0);
    }

    @Override
    public Demand overstay(Overstay condition) {
      return new Demand(condition.metric(), Limit.ofStay(condition.stayMillis()), 0);
    }
  }
}
