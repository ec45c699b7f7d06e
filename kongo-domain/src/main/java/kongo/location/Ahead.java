package kongo.location;

import java.util.Optional;
import kongo.location.LocationEvent.GoodsSeen;

/**
 * Words have come before readings that were sent in earlier: after an outage those of hours come at once, long before the
 * readings. By their time nothing would have been heard for hours that is only not read yet. So until these are in, a
 * Location knows what was heard up to where readings prove that time has come, and no further.
 *
 * @param since up to when it was known before
 * @param sentIn readings that were sent in before this time are waited for, in milliseconds
 */
public record Ahead(long since, long sentIn) {

  /**
   * After words.
   *
   * @param known up to when it is known what was heard
   */
  static Optional<Ahead> after(GoodsSeen event, Optional<Ahead> before, long known) {
    return event.isAhead() ? Optional.of(before.orElse(new Ahead(known, Long.MIN_VALUE)).and(event.sentIn())) : Optional.empty();
  }

  private Ahead and(long later) {
    return new Ahead(since, Math.max(sentIn, later));
  }

  /** @param byReadings up to when readings prove that time has come */
  long heardTo(long byReadings) {
    return Math.max(since, byReadings);
  }
}
