package kongo.location;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.rules.Escalation;
import kongo.rules.Ranking;
import kongo.violation.Severity;

/** How bad the excursions of a rule are, by how long they have lasted and how far outside they are. */
final class Severities {

  private final Severity least;
  private final List<Escalation> byTime;
  private final List<Escalation> byDistance;

  Severities(Ranking ranking) {
    least = ranking.severity();
    byTime = ranking.escalations().stream().filter(one -> one.afterMillis().isPresent()).toList();
    byDistance = ranking.escalations().stream().filter(one -> one.beyond().isPresent()).toList();
  }

  /** How long an excursion has to last for its severity to rise. */
  LongStream times() {
    return byTime.stream().mapToLong(one -> one.afterMillis().getAsLong());
  }

  boolean goByDistance() {
    return !byDistance.isEmpty();
  }

  Severity afterTime(long lasted) {
    return byTime.isEmpty() ? least : highest(byTime.stream().filter(one -> one.afterMillis().getAsLong() <= lasted));
  }

  Severity atDistance(double distance) {
    return highest(byDistance.stream().filter(one -> one.beyond().getAsDouble() <= distance));
  }

  private Severity highest(Stream<Escalation> reached) {
    return reached.map(Escalation::severity).reduce(least, Severities::higher);
  }

  static Severity higher(Severity one, Severity other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
