package kongo.alarm;

import java.util.Optional;
import kongo.violation.Severity;

/**
 * What violations come to that follow each other, by their beginnings and ids. It is known of two such sequences, one after
 * the other, from what it is of each.
 *
 * @param reach the farthest of any
 * @param lastBegin the latest beginning of one that none of those before it reaches
 * @param end the latest
 * @param worst the one whose worst value is farthest outside, the first of equals
 */
record Gathered(
    int size, Member first, Member last, long reach, long lastBegin, long end, Severity severity, Optional<Member> worst) {

  static Gathered of(Member one) {
    Optional<Member> worst = one.hasWorst() ? Optional.of(one) : Optional.empty();
    return new Gathered(1, one, one, one.reach(), one.from(), one.end(), one.violation().severity(), worst);
  }

  Gathered and(Gathered later) {
    return new Gathered(
        size + later.size,
        first,
        later.last,
        Math.max(reach, later.reach),
        later.lastBegin > reach ? later.lastBegin : lastBegin,
        Math.max(end, later.end),
        severity.compareTo(later.severity) >= 0 ? severity : later.severity,
        worse(worst, later.worst));
  }

  private static Optional<Member> worse(Optional<Member> one, Optional<Member> later) {
    boolean isLater = one.isEmpty() || (later.isPresent() && later.get().distance() > one.get().distance());
    return isLater ? later : one;
  }

  long from() {
    return first.from();
  }

  boolean isOpen() {
    return end == Member.ENDLESS;
  }

  boolean holds(Member member) {
    return Member.ORDER.compare(first, member) <= 0 && Member.ORDER.compare(member, last) <= 0;
  }
}
