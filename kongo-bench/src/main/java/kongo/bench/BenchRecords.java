package kongo.bench;

import java.util.Iterator;
import kongo.simulator.Bounds;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.WorldStream;

/**
 * A world's records in two parts: first everybody is registered and put in place while the sensors are still silent, then
 * the world goes on in its usual mix. The parts have to be taken one after the other.
 */
final class BenchRecords {

  private final long settledAt;
  private final WorldStream stream;
  private SimulatedRecord firstOfRunning;

  BenchRecords(BenchWorld world) {
    this.settledAt = world.settledAt();
    this.stream = new WorldStream(world.world(), Bounds.NONE);
  }

  /** Who there is, and where. */
  Iterator<SimulatedRecord> settling() {
    return new BoundedRecords(() -> {
      SimulatedRecord next = stream.next();
      boolean isSettling = next.time() < settledAt;
      firstOfRunning = isSettling ? null : next;
      return isSettling ? next : null;
    });
  }

  /** So many of those that follow. */
  Iterator<SimulatedRecord> running(long events) {
    return BoundedRecords.count(events, this::nextOfRunning);
  }

  private SimulatedRecord nextOfRunning() {
    SimulatedRecord next = firstOfRunning == null ? stream.next() : firstOfRunning;
    firstOfRunning = null;
    return next;
  }
}
