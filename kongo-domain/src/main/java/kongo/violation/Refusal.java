package kongo.violation;

/** A usable record that the law does not accept; it goes to the dead letters. */
public record Refusal(long offset, Reason reason) {

  /** Why a usable record is refused. */
  public enum Reason {
    TOO_LATE,
    TOO_MANY_SERIES
  }
}
