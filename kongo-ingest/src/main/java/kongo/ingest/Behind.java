package kongo.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Up to when those have done everything who have more to do. */
final class Behind {

  /** What somebody said counts so long: some times as long as it is until they say it again. */
  private static final Duration REMEMBERED = Duration.ofSeconds(3);

  private final Clock clock;
  private final Map<String, Position> positions = new ConcurrentHashMap<>();

  Behind(Clock clock) {
    this.clock = clock;
  }

  private record Position(long timestamp, long saidAt) {}

  /**
   * @param who a topic of this node, or another node
   * @param timestamp up to which everything is done there, if there is more to do
   */
  void says(String who, OptionalLong timestamp) {
    positions.values().removeIf(position -> !isFresh(position));
    timestamp.ifPresentOrElse(
        at -> positions.put(who, new Position(at, clock.millis())), () -> positions.remove(who));
  }

  /** The least that anybody said. */
  OptionalLong least() {
    return least(positions.keySet());
  }

  /** The least that was said by any of these, if they said something. */
  OptionalLong least(Iterable<String> those) {
    OptionalLong least = OptionalLong.empty();
    for (String who : those) {
      Position position = positions.get(who);
      if (position != null && isFresh(position)) {
        least = OptionalLong.of(Math.min(position.timestamp, least.orElse(Long.MAX_VALUE)));
      }
    }
    return least;
  }

  private boolean isFresh(Position position) {
    return clock.millis() - position.saidAt < REMEMBERED.toMillis();
  }
}
