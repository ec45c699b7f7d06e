package kongo.location;

import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Cause;
import kongo.violation.Violation;

/** Which reading of an event caused a revision. */
final class ReadingCause {

  private final ReadingsAccepted readings;
  private final ReadingMemory memory;
  private final RuleIndex rules;

  ReadingCause(ReadingsAccepted readings, ReadingMemory memory, RuleIndex rules) {
    this.readings = readings;
    this.memory = memory;
    this.rules = rules;
  }

  /** The reading that begins or ends it if that is among them, else the last one of its series. */
  Cause of(Violation violation) {
    if (readings.size() == 0) {
      return readings.source().cause(readings.firstOffset(), readings.firstTimestamp());
    }
    String metric = rules.metricOf(violation.rule()).orElse(violation.metric());
    int number = memory.number(new SeriesKey(metric, violation.sensor()));
    int chosen = 0;
    boolean exact = false;
    for (int i = 0; i < readings.size(); i++) {
      if (readings.series()[i] == number) {
        boolean decides = decides(violation, readings.time(i));
        chosen = decides || !exact ? i : chosen;
        exact |= decides;
      }
    }
    return readings.source().cause(readings.offset(chosen), readings.timestamp(chosen));
  }

  private static boolean decides(Violation violation, long time) {
    return violation.to() == null ? time == violation.from() : time == violation.to();
  }
}
