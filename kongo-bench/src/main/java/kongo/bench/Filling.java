package kongo.bench;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kongo.protocol.Topics;
import kongo.simulator.Delivered;
import kongo.simulator.Pace;
import kongo.simulator.Progress;
import kongo.simulator.Sender;
import kongo.simulator.SimulatedRecord;

/**
 * Records that were put into the topics before anybody reads them.
 *
 * @param checks the nominal checks that they ask for
 */
record Filling(Delivered delivered, long checks, double seconds) {

  static Filling run(String bootstrap, Iterator<SimulatedRecord> records, CheckCounter counter) {
    long begin = System.nanoTime();
    long before = counter.checks();
    try (Sender sender = Sender.ofBacklog(Map.of("bootstrap.servers", bootstrap), Topics.DEFAULT)) {
      Delivered delivered = sender.run(new Counted(records, counter), Pace.max(), Progress.SILENT, () -> false);
      return new Filling(delivered, counter.checks() - before, (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1));
    }
  }

  /** What the engine's rates are about. */
  long events() {
    return delivered.sensors() + delivered.rfid();
  }

  Filling and(Filling other) {
    return new Filling(delivered.and(other.delivered), checks + other.checks, seconds + other.seconds);
  }

  /** Lets a counter see what passes. */
  private record Counted(Iterator<SimulatedRecord> records, CheckCounter counter) implements Iterator<SimulatedRecord> {

    @Override
    public boolean hasNext() {
      return records.hasNext();
    }

    @Override
    public SimulatedRecord next() {
      SimulatedRecord next = records.next();
      counter.take(next);
      return next;
    }
  }
}
