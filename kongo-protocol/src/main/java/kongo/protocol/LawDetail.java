package kongo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;

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
    return "its metric and sensor would begin a series more than its location may have";
  }

  private static JsonNode time(byte[] value) {
    try {
      return MAPPER.readTree(value).path("time");
    } catch (IOException malformed) {
      return MAPPER.missingNode();
    }
  }
}
