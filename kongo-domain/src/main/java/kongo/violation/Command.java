package kongo.violation;

/**
 * What an entity is asked to take in; it says which record is behind it, and how to find the one among several that the
 * entity cannot take.
 *
 * @param <C> the commands of that entity
 */
public interface Command<C> {

  /** How many things are asked at once; at least 1. */
  int size();

  /** The same with only those from {@code from} (inclusive) to {@code to} (exclusive). */
  C part(int from, int to);

  /** The record behind the first of them. */
  Cause cause();

  /**
   * The key of the latest record that may be behind it, if {@link #cause} is a record of another partition.
   *
   * @param entity that is asked
   */
  default String key(String entity) {
    return entity;
  }
}
