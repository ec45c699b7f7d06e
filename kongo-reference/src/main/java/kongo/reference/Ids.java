package kongo.reference;

/** Section 8: the ids of violations. */
final class Ids {

  private Ids() {}

  static String of(String subject, String rule, String location, String sensor, long from) {
    return String.join("/", subject, rule, location, sensor.isEmpty() ? "-" : sensor, Long.toString(from));
  }
}
