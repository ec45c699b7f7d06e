package kongo.alarm;

import java.util.Optional;
import kongo.violation.Status;
import kongo.violation.Violation;

/** What was heard of a violation: the highest of its revisions. */
public record Heard(long revision, Violation violation) {

  /** Empty if it was shown never to have been. */
  Optional<Violation> standing() {
    return violation.status() == Status.RETRACTED ? Optional.empty() : Optional.of(violation);
  }

  /** Whether it is not one of those that may be one incident with others. */
  boolean isInNoCrowd() {
    return standing().isEmpty() || Condition.isAlone(violation);
  }

  /** As far as it reaches in event time; the end of time while it is OPEN. What never was reaches as far as was thought last. */
  public long end() {
    return violation.to() != null ? violation.to() : standing().isPresent() ? Long.MAX_VALUE : violation.from();
  }
}
