package kongo.ingest;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kongo.kafka.Precedence;

/**
 * Of a backlog, readings do not overtake the moves and registrations that were sent in before them, on whichever node
 * these are worked on: a move that comes after the readings of its time has them judged again. Nor do moves run far ahead of
 * the readings: they tell Locations that time has passed of which it would seem that nothing was measured. Only a matter of
 * cost, and of what is published in between; so what is known of the others may be out of date, and whoever says nothing is
 * forgotten.
 */
final class CatchUpGate {

  private final CatchUpLimits limits;
  private final LongSupplier lead;
  private final Clock clock;
  private final Behind moves;
  private final Behind readings;

  /** @param lead so many milliseconds later than the last reading that is done a move may have been sent in; asked by any thread */
  CatchUpGate(CatchUpLimits limits, LongSupplier lead, Clock clock) {
    this.limits = limits;
    this.lead = lead;
    this.clock = clock;
    this.moves = new Behind(clock);
    this.readings = new Behind(clock);
  }

  /** Of a topic that waits for nothing, and whose records readings wait for. */
  Precedence registrations(String topic) {
    return new Precedence() {
      @Override
      public void report(Supplier<OptionalLong> timestamp) {
        moves.says(topic, timestamp.get());
      }
    };
  }

  /** Of the topic of the moves. */
  Precedence moves(String topic) {
    return new Precedence() {
      @Override
      public boolean mayTake(long timestamp, boolean isBacklog) {
        return isLive(timestamp) || isWithin(lead.getAsLong(), timestamp, readings.least());
      }

      @Override
      public void report(Supplier<OptionalLong> timestamp) {
        moves.says(topic, timestamp.get());
      }
    };
  }

  /** Of the topic of the readings. */
  Precedence readings(String topic) {
    return new Precedence() {
      /** What is less than a batch can cost little, and is not worth that one slow entity holds up all readings. */
      @Override
      public boolean mayTake(long timestamp, boolean isBacklog) {
        return !isBacklog || isLive(timestamp) || isWithin(limits.slack().toMillis(), timestamp, moves.least());
      }

      /** Some are always on their way. Moves wait for what is old, and then for all of it. */
      @Override
      public boolean onlyBacklogCounts() {
        return true;
      }

      @Override
      public void report(Supplier<OptionalLong> timestamp) {
        readings.says(topic, timestamp.get());
      }
    };
  }

  /** What another node said. */
  void isBehind(CatchUpPosition said) {
    moves.says(said.node(), said.moves());
    readings.says(said.node(), said.readings());
  }

  /** How far this node is, by what its topics said. */
  CatchUpPosition position(String node, Iterable<String> topics) {
    return new CatchUpPosition(node, moves.least(topics), readings.least(topics));
  }

  private boolean isLive(long timestamp) {
    return clock.millis() - timestamp < limits.live().toMillis();
  }

  private static boolean isWithin(long millis, long timestamp, OptionalLong least) {
    return least.isEmpty() || timestamp - least.getAsLong() <= millis;
  }
}
