package kongo.protocol;

import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;

/**
 * What a record of the rules topic says.
 *
 * @param from event time from which on the book holds, {@link RuleHistory#EVER} if it always did
 * @param by who sent it, {@code ""} if nobody says so
 * @param comment why, or {@code ""}
 */
public record RuleBookRecord(long from, RuleBook book, String by, String comment) {

  /** What every record of the topic has as key: there is one book. */
  public static final String KEY = "book";
}
