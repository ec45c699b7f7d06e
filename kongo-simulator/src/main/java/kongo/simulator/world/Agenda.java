package kongo.simulator.world;

import java.util.PriorityQueue;
import kongo.simulator.RecordSink;

/** Who acts when; of those that are due together, who was entered first. */
final class Agenda {

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long entered;

  void enter(long due, Agent agent) {
    if (due != Agent.NEVER) {
      entries.add(new Entry(due, entered++, agent));
    }
  }

  void step(RecordSink sink) {
    Entry entry = entries.remove();
    enter(entry.agent.act(entry.due, sink), entry.agent);
  }

  private record Entry(long due, long order, Agent agent) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(due, other.due);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
