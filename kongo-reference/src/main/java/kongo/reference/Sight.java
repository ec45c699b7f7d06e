package kongo.reference;

import java.util.List;
import java.util.Set;

/** What a rule with bounds looks at in one place. */
interface Sight {

  /** Each has a series of its own; {@code ""} where there is none. */
  Set<String> sensors();

  /** How far time has come for the bounds of intervals. */
  long reached(String sensor);

  /**
   * What is seen in an interval.
   *
   * @param howeverOld whether the last value before it is seen at its beginning, however old it is
   */
  Seen seen(String sensor, Interval interval, boolean howeverOld);

  /** The culprits that an excursion names which begins at this time. */
  List<String> others(long from, String subject);
}
