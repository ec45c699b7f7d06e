package kongo.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a baseline did with everything that was in the topics.
 *
 * @param events readings and moves
 * @param unusable of them
 * @param seconds from the first record until all is processed, and flushed or committed
 * @param cpuSeconds of its process in that time
 * @param violations limits that were broken
 * @param ended of them
 */
public record BaselineResult(String baseline, long events, long unusable, double seconds, double cpuSeconds, long violations, long ended) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MICROS = 1e6;

  /** @throws IllegalArgumentException if the line is not what a baseline prints */
  static BaselineResult parse(String line) {
    try {
      return JSON.readValue(line, BaselineResult.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("not the result of a baseline: " + line, malformed);
    }
  }

  public double eventsPerSecond() {
    return events / seconds;
  }

  public double cpuMicrosPerEvent() {
    return cpuSeconds * MICROS / events;
  }
}
