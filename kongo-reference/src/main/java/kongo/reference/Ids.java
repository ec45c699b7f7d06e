package kongo.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Section 8: the ids of violations. */
final class Ids {

  private Ids() {}

  static String of(String subject, String rule, String location, String sensor, long from) {
    return List.of(subject, rule, location, sensor.isEmpty() ? "-" : sensor, Long.toString(from)).stream()
        .map(part -> part.replace("%", "%25").replace("/", "%2F"))
        .collect(Collectors.joining("/"));
  }
}
