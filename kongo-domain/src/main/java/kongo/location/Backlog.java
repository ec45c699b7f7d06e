package kongo.location;

/** What is known where a Location lives of the readings that have been sent in for it and have not come yet. */
@FunctionalInterface
public interface Backlog {

  Backlog NONE = sentIn -> false;

  /**
   * Whether readings of it that were sent in before others are still to come, and do come. A no is allowed to be wrong: then
   * what is judged is judged again.
   *
   * @param sentIn timestamp of these others in milliseconds
   */
  boolean has(long sentIn);
}
