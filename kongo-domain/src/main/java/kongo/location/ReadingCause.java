package kongo.location;

import java.util.Arrays;
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

  /**
   * The reading that begins or ends it if that is among them, else the last one of its series; of what falls due by the clock
   * the reading that brought it there.
   */
  Cause of(Violation violation) {
    if (readings.size() == 0) {
      return readings.source().cause(readings.firstOffset(), readings.firstTimestamp());
    }
    if (violation.count() == null) {
      return ofTime(violation);
    }
    String metric = rules.metricOf(violation.metric()).orElse(violation.metric());
    int number = memory.number(new SeriesKey(metric, violation.sensor()));
    if (number < 0 || Arrays.stream(readings.series()).noneMatch(series -> series == number)) {
      return ofTime(violation);
    }
    int chosen = 0;
    boolean exact = false;
    boolean hasAny = false;
    for (int i = 0; i < readings.size(); i++) {
      if (readings.series()[i] == number) {
        boolean decides = decides(violation, readings.time(i));
        chosen = decides || !exact ? i : chosen;
        exact |= decides;
        hasAny = true;
      }
    }
    return hasAny ? readings.source().cause(readings.offset(chosen), readings.timestamp(chosen)) : ofTime(violation);
  }

  private Cause ofTime(Violation violation) {
    int chosen = 0;
    for (int i = 1; i < readings.size() && !decides(violation, readings.time(chosen)); i++) {
      boolean isLater = readings.proof(i) > readings.proof(chosen);
      chosen = isLater || decides(violation, readings.time(i)) ? i : chosen;
    }
    return readings.source().cause(readings.offset(chosen), readings.timestamp(chosen));
  }

  private static boolean decides(Violation violation, long time) {
    return violation.to() == null ? time == violation.from() : time == violation.to();
  }
}
