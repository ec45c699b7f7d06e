package kongo.replay;

import kongo.violation.Violation;

/** The event times {@code from <= time < to}, in milliseconds. */
public record Span(long from, long to) {

  public static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  /** Whether a violation was going on at some time of the span. */
  boolean touches(Violation violation) {
    return violation.from() < to && (violation.to() == null || violation.to() >= from);
  }
}
