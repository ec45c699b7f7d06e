package kongo.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says that a required field is not there, and what is there instead. */
final class MissingField {

  private static final int MOST_NAMES = 8;
  /** What others call a time. */
  private static final Set<String> TIMES = Set.of("ts", "timestamp", "eventtime", "datetime", "date");

  private MissingField() {}

  static Refusal of(String name, boolean isNull, Set<String> there) {
    if (isNull) {
      String advice = name.equals("value") ? ": if there is no value, leave the record out" : "";
      return new Refusal(Reason.MISSING_FIELD, name + " is null, but required" + advice);
    }
    String others = there.isEmpty() ? "the object is empty" : "there is " + shown(there);
    return new Refusal(Reason.MISSING_FIELD, name + " is missing: " + others + advice(name, there));
  }

  private static String shown(Set<String> names) {
    String shown = names.stream().limit(MOST_NAMES).map(Found::cut).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES ? shown + ", ..." : shown;
  }

  private static String advice(String name, Set<String> there) {
    if (there.containsAll(List.of("schema", "payload"))) {
      return "; send the payload alone (Kafka Connect: value.converter.schemas.enable=false)";
    }
    if (there.containsAll(List.of("ts", "values"))) {
      return "; send each of the values as a record of its own";
    }
    if (there.contains("epcList") || there.contains("childEPCs")) {
      return "; this looks like an EPCIS event: send for each of its EPCs a record of its own, whose type follows from bizStep";
    }
    for (String other : there) {
      if (other.equalsIgnoreCase(name) || name.equals("time") && TIMES.contains(other.toLowerCase(Locale.ROOT))) {
        return "; write " + name + " instead of " + other;
      }
    }
    return otherTopic(name, there);
  }

  /** What has all that another topic needs was sent to the wrong one. */
  private static String otherTopic(String name, Set<String> there) {
    if (there.containsAll(List.of("metric", "value")) && (there.contains("location") || there.contains("goods"))) {
      return name.equals("time") ? "" : "; this looks like a reading, which belongs to the sensors topic";
    }
    if (there.containsAll(List.of("goods", "type")) && !isOfMove(name)) {
      return "; this looks like a move, which belongs to the rfid topic";
    }
    boolean registration = there.containsAll(List.of("id", "type")) && !there.contains("goods");
    return registration ? "; this looks like a registration, which belongs to the registry topic" : "";
  }

  private static boolean isOfMove(String name) {
    return Set.of("time", "warehouse", "truck", "to").contains(name);
  }
}
