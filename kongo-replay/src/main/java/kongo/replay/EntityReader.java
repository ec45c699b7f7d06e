package kongo.replay;

/** Takes the events of one entity in the order of their sequence numbers. */
interface EntityReader {

  void event(long sequenceNr, Object event);

  /**
   * Told at first where old rows were deleted.
   *
   * @param sequenceNr of the last event in the snapshot; some of those before it follow all the same
   * @param snapshot the newest that there is
   */
  void begin(long sequenceNr, Object snapshot);

  /** There are no more. */
  void end();
}
