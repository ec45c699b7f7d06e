package kongo.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import kongo.simulator.SimulatedRecord;

/**
 * What is put into the topics for a drain.
 *
 * @param before what the engine has to know
 * @param measured what it is measured with; to be asked for when all before is taken
 */
record Parts(Iterator<SimulatedRecord> before, Supplier<Iterator<SimulatedRecord>> measured) {

  static Parts everything(BenchWorld world, long events) {
    BenchRecords records = new BenchRecords(world);
    return new Parts(records.settling(), () -> records.running(events));
  }

  /** Moves of Goods that are all registered before. */
  static Parts moves(BenchWorld world, long moves) {
    BenchRecords records = new BenchRecords(world);
    List<SimulatedRecord> before = new ArrayList<>();
    records.settling().forEachRemaining(before::add);
    List<SimulatedRecord> measured = new ArrayList<>();
    Iterator<SimulatedRecord> running = records.running(Long.MAX_VALUE);
    while (measured.size() < moves) {
      SimulatedRecord next = running.next();
      switch (next.feed()) {
        case REGISTRY -> before.add(next);
        case RFID -> measured.add(next);
        case SENSORS -> { }
      }
    }
    return new Parts(before.iterator(), measured::iterator);
  }
}
