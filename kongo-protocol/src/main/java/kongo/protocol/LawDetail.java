package kongo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The details of dead letters that were usable by themselves: others of their Location or Goods stand against them. */
public final class LawDetail {

  /** Whoever measured a time below this in milliseconds did so before 1973. */
  private static final long SURELY_SECONDS = 100_000_000_000L;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LawDetail() {}

  /** @param value that a decoder has taken */
  public static String tooLate(byte[] value) {
    JsonNode time = time(value);
    if (!time.canConvertToLong()) {
      return "its time is more than the retention before a newer one";
    }
    String seconds = time.longValue() < SURELY_SECONDS ? "; are these seconds? time is in milliseconds" : "";
    return "time is " + time.longValue() + " (" + Instant.ofEpochMilli(time.longValue())
        + "), more than the retention before one that came earlier" + seconds;
  }

  public static String tooManySeries() {
    return "its metric and sensor would make one series more than a location may have (kongo.location.series); a series counts"
        + " for as long as the retention after its latest reading: is the sensor's name the same in each record?";
  }

  /**
   * @param value that a decoder has taken
   * @param known of a reading, what the accepted one says; empty: it is void, or not known any more
   */
  public static String conflict(byte[] value, Optional<Double> known) {
    JsonNode record = read(value);
    boolean isVoid = record.path("void").asBoolean();
    String advice = record.has("value") ? ", and give each device a sensor of its own" : "";
    return (isVoid ? "it is void" : whatItSays(record)) + ", but an earlier one with the same correction ("
        + record.path("correction").asLong() + ") " + known.map(number -> "says " + number).orElse(isVoid ? "is not" : "says otherwise")
        + "; to correct that one send a higher correction" + advice;
  }

  /** @param value that a decoder has taken */
  public static String typeConflict(byte[] value) {
    return "type is " + Found.cut(read(value).path("type").asText())
        + ", but the first record of this id said another; an id is of one type for all time: give the other thing its own id";
  }

  public static String tooManyProfiles() {
    return "what the registry says of this id, for all times together, would be too much; a record with an early \"from\" takes the place"
        + " of all that holds later than that";
  }

  private static String whatItSays(JsonNode record) {
    return record.has("value") ? "its value is " + Found.cut(record.path("value").asText()) : "it is not void";
  }

  private static JsonNode time(byte[] value) {
    return read(value).path("time");
  }

  private static JsonNode read(byte[] value) {
    try {
      return MAPPER.readTree(value);
    } catch (IOException malformed) {
      return MAPPER.missingNode();
    }
  }
}
