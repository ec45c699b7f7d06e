package kongo.protocol;

/** What became of the bytes of one record. */
public sealed interface Decoded<T> {

  /** The record says what section 2 of docs/semantics.md asks for. */
  record Usable<T>(T value) implements Decoded<T> {}

  /**
   * The record belongs to the dead letters.
   *
   * @param detail a sentence for people
   */
  record Refused<T>(Reason reason, String detail) implements Decoded<T> {}
}
