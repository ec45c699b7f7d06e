package kongo.rules;

import kongo.violation.Kind;

/**
 * What a rule demands: one record for each kind of rule, which knows how it is read and hashed and what breaking it is
 * called. How it is judged is said twice, and apart: by the engine ({@code kongo.location.Check}) and by the reference.
 */
public sealed interface Condition permits Bounded, Silence, Overstay {

  /** What rule books and violations call it by; {@code null} if it is about none. */
  String metric();

  /** What its violations are. */
  Kind kind();

  /** Whether it depends on a number of the Location's profile. */
  boolean namesMaxWeight();

  /** The first format of {@link RuleBookHash} that has this kind. */
  int hashFormat();

  /**
   * Its line in a book's hash, without the name of the rule.
   *
   * @param scope where and for whom the rule holds
   */
  String hashed(String scope);

  <T> T when(Cases<T> cases);

  /** Something said of each kind; a new kind does not compile before everyone has said it. */
  interface Cases<T> extends Bounded.Cases<T> {

    T silence(Silence condition);

    T overstay(Overstay condition);
  }
}
