package kongo.location;

import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Cause;
import kongo.violation.Violation;

/** Which reading of an event caused a revision. */
final class ReadingCause {

  private final ReadingsAccepted readings;
  private final ReadingMemory memory;

  ReadingCause(ReadingsAccepted readings, ReadingMemory memory) {
    this.readings = readings;
    this.memory = memory;
  }

  /** The reading that begins or ends it if that is among them, else the last one of its series. */
  Cause of(Violation violation) {
    int number = memory.number(new SeriesKey(violation.metric(), violation.sensor()));
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
