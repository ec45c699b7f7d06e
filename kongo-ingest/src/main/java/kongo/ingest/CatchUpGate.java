package kongo.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kongo.kafka.Precedence;

/**
 * Readings of a backlog do not overtake the moves and registrations that were sent in before them, on whichever node
 * these are worked on: a move that comes after the readings of its time has them judged again. Only a matter of cost; so
 * what is known of the others may be out of date, and whoever says nothing is forgotten.
 */
final class CatchUpGate {

  /** What somebody said counts so long: some times as long as it is until they say it again. */
  private static final Duration REMEMBERED = Duration.ofSeconds(3);

  private final CatchUpLimits limits;
  private final Clock clock;
  private final Map<String, Position> behind = new ConcurrentHashMap<>();

  CatchUpGate(CatchUpLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  private record Position(long timestamp, long saidAt) {}

  /** Of a topic whose records come first. */
  Precedence ahead(String topic) {
    return new Precedence() {
      @Override
      public void report(Supplier<OptionalLong> timestamp) {
        isBehind(topic, timestamp.get());
      }
    };
  }

  /** Of the topic of the readings. */
  Precedence readings() {
    return new Precedence() {
      @Override
      public boolean mayTake(long timestamp) {
        return isLive(timestamp) || isBefore(timestamp);
      }
    };
  }

  /**
   * @param who a topic of this node, or another node
   * @param timestamp up to which everything is done there, if there is more to do
   */
  void isBehind(String who, OptionalLong timestamp) {
    behind.values().removeIf(position -> !isFresh(position));
    timestamp.ifPresentOrElse(
        at -> behind.put(who, new Position(at, clock.millis())), () -> behind.remove(who));
  }

  /** The least that was said by any of these, if they said something. */
  OptionalLong least(Iterable<String> those) {
    OptionalLong least = OptionalLong.empty();
    for (String who : those) {
      Position position = behind.get(who);
      if (position != null && isFresh(position)) {
        least = OptionalLong.of(Math.min(position.timestamp, least.orElse(Long.MAX_VALUE)));
      }
    }
    return least;
  }

  private boolean isLive(long timestamp) {
    return clock.millis() - timestamp < limits.live().toMillis();
  }

  private boolean isBefore(long timestamp) {
    OptionalLong least = least(behind.keySet());
    return least.isEmpty() || timestamp - least.getAsLong() <= limits.slack().toMillis();
  }

  private boolean isFresh(Position position) {
    return clock.millis() - position.saidAt < REMEMBERED.toMillis();
  }
}
