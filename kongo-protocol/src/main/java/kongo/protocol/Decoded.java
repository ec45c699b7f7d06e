package kongo.protocol;

import java.util.Optional;

/** What became of the bytes of one record. */
public sealed interface Decoded<T> {

  /** The record says what section 2 of docs/semantics.md asks for. */
  record Usable<T>(T value) implements Decoded<T> {}

  /**
   * The record belongs to the dead letters.
   *
   * @param detail a sentence for people
   * @param bug what the decoder failed with, if the fault is not the record's but Kongo's own
   */
  record Refused<T>(Reason reason, String detail, Optional<Throwable> bug) implements Decoded<T> {

    Refused(Reason reason, String detail) {
      this(reason, detail, Optional.empty());
    }

    static <T> Refused<T> by(Throwable bug) {
      String where = bug.getStackTrace().length == 0 ? "" : " at " + bug.getStackTrace()[0];
      return new Refused<>(
          Reason.FAILED, "The decoder of this record failed, which is a bug in Kongo: " + bug + where, Optional.of(bug));
    }
  }
}
