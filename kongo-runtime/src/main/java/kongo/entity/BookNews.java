package kongo.entity;

import java.util.Optional;
import kongo.violation.Cause;

/**
 * The newest rule books that the node of an entity knows. Whoever brings a book to everybody goes by what is in the journal, and
 * may pass over an entity whose first row comes to be seen behind it: that was sent by a node which has ended, or by one that
 * gave up waiting. What that row was the answer to is asked again until it is answered, and by then every node with entities
 * knows the book (docs/architecture.md, Rule books). So an entity that young, and no other, takes the books before a command.
 */
@FunctionalInterface
public interface BookNews {

  /** Nobody has sent any. */
  BookNews NONE = Optional::empty;

  /** A first row, and the mark that its effects are published: with more, a command came when the first row could be seen. */
  long ROWS_OF_A_YOUNG_ONE = 2;

  /** @param cause the record of the newest book, whose offset is the version */
  record Newest(long version, Cause cause) {}

  /** Asked before each command of one that is young, on the entity's thread. */
  Optional<Newest> newest();

  static boolean isYoung(long version) {
    return version <= ROWS_OF_A_YOUNG_ONE;
  }
}
