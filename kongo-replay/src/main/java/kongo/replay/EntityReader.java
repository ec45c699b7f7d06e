package kongo.replay;

/** Takes the events of one entity in the order of their sequence numbers. */
interface EntityReader {

  void event(long sequenceNr, Object event);

  /** There are no more. */
  void end();
}
