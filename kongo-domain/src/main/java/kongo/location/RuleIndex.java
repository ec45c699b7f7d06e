package kongo.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kongo.rules.Aboard;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;

/** A rule book at work, arranged for looking up. One per node, shared by its Locations. */
public final class RuleIndex {

  private final List<Check> all = new ArrayList<>();
  private final Map<String, List<SensorCheck>> onSensors = new HashMap<>();
  private final List<PresenceCheck> onPresence = new ArrayList<>();
  private final Map<String, String> metrics = new HashMap<>();

  public RuleIndex(RuleBook book) {
    this(book, UnaryOperator.identity());
  }

  /** @param sensors what becomes of each check on readings, so that a test can plant a fault */
  RuleIndex(RuleBook book, UnaryOperator<SensorCheck> sensors) {
    book.rules().forEach(rule -> all.add(rule.condition().when(new Sorting(rule, sensors))));
  }

  /** For each kind of condition, what checks it and what makes that look again. */
  private final class Sorting implements Condition.Cases<Check> {
    private final Rule rule;
    private final UnaryOperator<SensorCheck> sensors;

    Sorting(Rule rule, UnaryOperator<SensorCheck> sensors) {
      this.rule = rule;
      this.sensors = sensors;
    }

    @Override
    public Check measured(Measured condition) {
      return onReadings(new MeasuredCheck(rule, condition));
    }

    @Override
    public Check rate(Rate condition) {
      return onReadings(new RateCheck(rule, condition));
    }

    @Override
    public Check loadWeight(LoadWeight condition) {
      return onMoves(new PresenceCheck(rule, condition.bounds(), new Level.Weight()));
    }

    @Override
    public Check loadCount(LoadCount condition) {
      return onMoves(new PresenceCheck(rule, condition.bounds(), new Level.Count()));
    }

    @Override
    public Check aboard(Aboard condition) {
      return onMoves(new PresenceCheck(rule, condition.bounds(), new Level.Carriers(condition.category())));
    }

    private Check onReadings(SensorCheck check) {
      SensorCheck used = sensors.apply(check);
      metrics.put(rule.name(), used.metric());
      onSensors.computeIfAbsent(used.metric(), metric -> new ArrayList<>()).add(used);
      return used;
    }

    private Check onMoves(PresenceCheck check) {
      onPresence.add(check);
      return check;
    }
  }

  List<Check> all() {
    return all;
  }

  /** Those that readings of this metric concern. */
  List<SensorCheck> on(String metric) {
    return onSensors.getOrDefault(metric, List.of());
  }

  /** What the rule of this name looks at the readings of, if there is such a rule. */
  Optional<String> metricOf(String rule) {
    return Optional.ofNullable(metrics.get(rule));
  }

  /** Those that everyone's coming and leaving concerns. */
  List<PresenceCheck> onPresence() {
    return onPresence;
  }
}
