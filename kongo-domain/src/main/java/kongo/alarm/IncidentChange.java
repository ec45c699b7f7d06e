package kongo.alarm;

import java.util.List;
import java.util.stream.Stream;
import kongo.violation.Status;

/**
 * An incident that is new, is not what it was, or is no more: then it is RETRACTED, as it was last.
 *
 * @param into of one that is no more, the ids of the incidents that hold its last violations now, sorted
 */
public record IncidentChange(Incident incident, List<String> into) {

  static IncidentChange told(Incident incident) {
    return new IncidentChange(incident, List.of());
  }

  static IncidentChange gone(Incident incident, List<String> into) {
    return new IncidentChange(incident.retracted(), into.stream().sorted().toList());
  }

  public boolean isGone() {
    return incident.status() == Status.RETRACTED;
  }

  IncidentChange andInto(List<String> more) {
    return new IncidentChange(incident, Stream.concat(into.stream(), more.stream()).sorted().toList());
  }
}
