package kongo.simulator;

/** A seeded course of events: the same settings give the same records in the same order. */
public interface World {

  /** Lets the next thing happen, which may give no record or many; a world goes on for ever. */
  void step(RecordSink sink);

  /** How many turns are complete; 0 in worlds that have none. */
  default int turns() {
    return 0;
  }
}
