package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import kongo.rules.Bound;
import kongo.rules.Bounded;
import kongo.rules.Bounds;
import kongo.rules.BuiltIn;
import kongo.rules.Damping;
import kongo.rules.Escalation;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Ranking;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.Subject;
import kongo.violation.Severity;

/** Makes rules wait, merge and rank, by times and distances that are often exactly those between readings. */
final class SmallDamping {

  /** Some of which are differences of values in small worlds, or of what is aboard. */
  private static final List<Double> DISTANCES = List.of(0.1, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0);
  private static final List<Double> RATES = List.of(1.0, 6.0, 12.0, 18.0);

  private final Random random;

  SmallDamping(Random random) {
    this.random = random;
  }

  Rule any(Rule rule) {
    boolean isBounded = rule.condition() instanceof Bounded;
    boolean mayWait = isBounded && rule.subject() == Subject.GOODS && chance(3);
    return new Rule(
        rule.name(), rule.condition(), isBounded ? damping((Bounded) rule.condition()) : Damping.NONE, mayWait ? time()
            : 0, rule.at(),
        rule.subject(), rule.categories(), chance(3) ? Ranking.DEFAULT : ranking(rule));
  }

  private Damping damping(Bounded condition) {
    boolean isMeasured = condition instanceof Measured || condition instanceof Rate;
    double deadband = isMeasured && chance(2) ? any(condition instanceof Rate ? RATES : DISTANCES) : 0;
    return new Damping(leavesRoom(condition.bounds(), deadband) ? deadband : 0, chance(3) ? 0
        : time() * (1 + random.nextInt(2)), chance(3) ? time() : 0);
  }

  private static boolean leavesRoom(Bounds bounds, double deadband) {
    boolean areNumbers = bounds.lower().isPresent() && bounds.upper().isPresent() && !bounds.nameMaxWeight();
    return !areNumbers || 2 * deadband <= number(bounds.upper()) - number(bounds.lower());
  }

  private static double number(Optional<Bound> bound) {
    return bound.orElseThrow().value();
  }

  private Ranking ranking(Rule rule) {
    List<Escalation> escalations = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      escalations.add(rule.condition() instanceof Bounded && chance(2)
          ? new Escalation(severity(), OptionalLong.empty(), OptionalDouble.of(chance(8) ? 0 : any(DISTANCES)))
          : new Escalation(severity(), OptionalLong.of(time()), OptionalDouble.empty()));
    }
    boolean mayLatch = rule.condition() instanceof Bounded || rule.condition() instanceof Overstay;
    return new Ranking(severity(), escalations, mayLatch && chance(3) ? Optional.of(chance(2)) : Optional.empty());
  }

  BuiltIn builtIn() {
    return chance(2) ? BuiltIn.DEFAULT : new BuiltIn(Ranking.of(severity()), severity(), severity());
  }

  /** Some ticks, or a little less or more. */
  private long time() {
    long ticks = (1 + random.nextInt(4)) * SmallWorlds.TICK;
    return chance(4) ? ticks + random.nextInt(3) - 1 : ticks;
  }

  private Severity severity() {
    return any(List.of(Severity.values()));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
