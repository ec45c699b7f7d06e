package kongo.rules;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceType;
import kongo.violation.Kind;

/**
 * A demand on what is measured or computed at a place (section 6 of docs/semantics.md).
 *
 * @param damping of a rule with bounds
 * @param graceMillis for so long after its beginning a stay is not judged; 0: it is at once
 * @param at the only kind of place where it holds; empty: anywhere
 * @param categories sorted; the Goods that carry at least one of them; empty exactly when the subject is LOCATION
 */
public record Rule(
    String name, Condition condition, Damping damping, long graceMillis, Optional<PlaceType> at, Subject subject,
    List<String> categories, Ranking ranking) {

  /** One that judges at once. */
  public Rule(String name, Condition condition, Optional<PlaceType> at, Subject subject, List<String> categories) {
    this(name, condition, Damping.NONE, 0, at, subject, categories, Ranking.DEFAULT);
  }

  /** The same demand with another condition. */
  public Rule with(Condition other) {
    return new Rule(name, other, damping, graceMillis, at, subject, categories, ranking);
  }

  /** The same, as bad as this says. */
  public Rule with(Ranking other) {
    return new Rule(name, condition, damping, graceMillis, at, subject, categories, other);
  }

  /** {@code null} if it is about none. */
  public String metric() {
    return condition.metric();
  }

  /** Whether it holds at a place of this kind; where a Goods is at itself only what is measured there counts. */
  public boolean holdsAt(PlaceType type) {
    return at.map(only -> only == type).orElse(type != PlaceType.GOODS || condition.kind() == Kind.ENVIRONMENT);
  }

  /** Whether the rule is for another kind of place than this one is known to be. */
  public boolean excludes(Optional<PlaceType> place) {
    return at.isPresent() && place.isPresent() && place.get() != at.get();
  }
}
