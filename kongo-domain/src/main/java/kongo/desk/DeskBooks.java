package kongo.desk;

import kongo.rules.RuleHistory;

/** The rule books that a node knows. Any thread may ask. */
@FunctionalInterface
public interface DeskBooks {

  /**
   * The books as of a version, {@link RuleHistory#CONFIGURED} if nobody has told of any yet.
   *
   * @throws kongo.rules.UnknownBook if this node has not heard of it yet
   */
  RuleHistory of(long version);
}
