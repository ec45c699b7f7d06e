package kongo.simulator.books;

import java.util.List;
import java.util.OptionalLong;
import kongo.rules.Condition;
import kongo.rules.Damping;
import kongo.rules.Escalation;
import kongo.rules.Overstay;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.Silence;

/** Rules whose times are shorter: how long something may last or be silent, and how long it takes to count. */
record Haste(double factor) {

  Rule of(Rule rule) {
    Damping damping = rule.damping();
    return new Rule(
        rule.name(), of(rule.condition()), new Damping(damping.deadband(), of(damping.mergeMillis()), of(damping.delayMillis())),
        of(rule.graceMillis()), rule.at(), rule.subject(), rule.categories(), of(rule.ranking()));
  }

  /** How long a value holds is of sensors, and stays. */
  private Condition of(Condition condition) {
    if (condition instanceof Silence silence) {
      return new Silence(silence.metric(), of(silence.silentMillis()));
    }
    return condition instanceof Overstay overstay ? new Overstay(of(overstay.stayMillis())) : condition;
  }

  private Ranking of(Ranking ranking) {
    List<Escalation> escalations = ranking.escalations().stream().map(this::of).toList();
    return new Ranking(ranking.severity(), escalations, ranking.latch());
  }

  private Escalation of(Escalation escalation) {
    OptionalLong after = escalation.afterMillis();
    return new Escalation(escalation.severity(), after.isPresent() ? OptionalLong.of(of(after.getAsLong())) : after, escalation.beyond());
  }

  /** What there is at all stays at least a millisecond. */
  private long of(long millis) {
    return millis == 0 ? 0 : Math.max(1, Math.round(millis / factor));
  }
}
