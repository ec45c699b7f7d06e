package kongo.violation;

/** The id of a violation: what it is made of, joined so that no two make the same. */
public final class ViolationId {

  private static final char BETWEEN = '/';
  private static final String NOTHING = "-";

  private ViolationId() {}

  /**
   * {@code subject/rule/location/sensor/from}; in a part {@code %} is written {@code %25} and {@code /} is {@code %2F}.
   *
   * @param location {@code ""} where there is none
   * @param sensor {@code ""} where there is none
   */
  public static String of(String subject, String rule, String location, String sensor, long from) {
    StringBuilder id = new StringBuilder(subject.length() + rule.length() + location.length() + sensor.length() + 24);
    append(id, subject);
    append(id, rule);
    append(id, location);
    append(id, sensor);
    return id.append(from).toString();
  }

  /** The id of an incident of violations, {@code location/rule/sensor/from}, written in the same way. */
  public static String ofIncident(String location, String rule, String sensor, long from) {
    StringBuilder id = new StringBuilder(location.length() + rule.length() + sensor.length() + 24);
    append(id, location);
    append(id, rule);
    append(id, sensor);
    return id.append(from).toString();
  }

  private static void append(StringBuilder id, String part) {
    if (part.isEmpty()) {
      id.append(NOTHING);
    } else if (part.indexOf('%') < 0 && part.indexOf(BETWEEN) < 0) {
      id.append(part);
    } else {
      part.chars().forEach(c -> appendEscaped(id, (char) c));
    }
    id.append(BETWEEN);
  }

  private static void appendEscaped(StringBuilder id, char c) {
    switch (c) {
      case '%' -> id.append("%25");
      case BETWEEN -> id.append("%2F");
      default -> id.append(c);
    }
  }
}
