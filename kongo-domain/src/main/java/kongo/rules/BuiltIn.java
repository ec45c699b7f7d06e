package kongo.rules;

import kongo.violation.Severity;

/** How bad it is to break what needs no rule. */
public record BuiltIn(Ranking expired, Severity misplaced, Severity misrouted) {

  public static final BuiltIn DEFAULT = new BuiltIn(Ranking.DEFAULT, Severity.WARNING, Severity.MAJOR);
}
