package kongo.alarm;

import java.util.Comparator;
import kongo.excursion.Band;
import kongo.rules.LoadWeight;
import kongo.violation.Violation;

/**
 * A violation among others of its condition.
 *
 * @param reach what begins up to then, this included, is one incident with it
 * @param distance how far outside its limit the worst value is; negative infinity where there is none
 */
record Member(Violation violation, long reach, double distance) {

  static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::from).thenComparing(member -> member.violation().id());

  /** Of what has no end yet. */
  static final long ENDLESS = Long.MAX_VALUE;

  /** @param merge milliseconds; what begins sooner than so long after the end is one with it, and what touches it always is */
  static Member of(Violation violation, long merge) {
    return new Member(violation, reach(end(violation), merge), distance(violation));
  }

  private static long reach(long end, long merge) {
    long beyond = Math.max(0, merge - 1);
    return end > ENDLESS - beyond ? ENDLESS : end + beyond;
  }

  private static long end(Violation violation) {
    return violation.to() == null ? ENDLESS : violation.to();
  }

  private static double distance(Violation violation) {
    if (violation.worst() == null || violation.limit() == null) {
      return Double.NEGATIVE_INFINITY;
    }
    Band band = Band.of(violation.limit());
    boolean isWeight = LoadWeight.METRIC.equals(violation.metric());
    return isWeight ? band.distanceOfWeight(violation.worst()) : band.distance(violation.worst());
  }

  long from() {
    return violation.from();
  }

  /** {@link #ENDLESS} while it is OPEN. */
  long end() {
    return end(violation);
  }

  boolean hasWorst() {
    return violation.worst() != null;
  }
}
