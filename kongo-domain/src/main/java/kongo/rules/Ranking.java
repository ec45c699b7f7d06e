package kongo.rules;

import java.util.List;
import java.util.Optional;
import kongo.violation.Severity;

/**
 * How bad it is to break a rule, and whether its alarm waits for somebody (section 6 of docs/semantics.md). It says nothing of
 * when a rule is broken: a book that changes only this judges nothing anew.
 *
 * @param severity the least
 * @param escalations what may raise it, in the order of the book
 * @param latch whether an alarm stays when its cause is gone; empty: by its severity
 */
public record Ranking(Severity severity, List<Escalation> escalations, Optional<Boolean> latch) {

  public static final Ranking DEFAULT = of(Severity.MAJOR);

  public Ranking {
    escalations = List.copyOf(escalations);
  }

  public static Ranking of(Severity severity) {
    return new Ranking(severity, List.of(), Optional.empty());
  }
}
