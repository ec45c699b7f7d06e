package kongo.rules;

import java.util.List;

/** A rule book that breaks section 6 of docs/semantics.md; the message has one line for each problem. */
public final class InvalidRuleBookException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final List<String> problems;

  InvalidRuleBookException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** Sentences that name file, rule and key and say what is allowed. */
  public List<String> problems() {
    return problems;
  }
}
