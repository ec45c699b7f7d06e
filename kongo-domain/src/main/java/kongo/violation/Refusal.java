package kongo.violation;

import java.util.Optional;

/**
 * A usable record that the law does not accept; it goes to the dead letters.
 *
 * @param known of a reading in {@link Reason#CONFLICT}, the value that was accepted; empty where that is void, or not known any
 *     more
 */
public record Refusal(long offset, Reason reason, Optional<Double> known) {

  public Refusal(long offset, Reason reason) {
    this(offset, reason, Optional.empty());
  }

  /** Why a usable record is refused. */
  public enum Reason {
    TOO_LATE,
    TOO_MANY_SERIES,
    CONFLICT,
    /** Of a registry record: the id is of something else. */
    TYPE_CONFLICT,
    /** Of a registry record: what is known of the id for all times would be too much. */
    TOO_MANY_PROFILES
  }
}
