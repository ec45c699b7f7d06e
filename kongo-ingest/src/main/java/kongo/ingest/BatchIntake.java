package kongo.ingest;

import kongo.lane.PartitionLane;

/** How the batches of a partition come to its lane. Used with the lane's lock. */
interface BatchIntake {

  PartitionLane<Batch> lane();

  /** One without records is a moment to look at what is under way, or the end. */
  void take(Batch batch);

  /** All effects of its records are durable and published, and so are those of all before it. */
  void settled(Batch batch);
}
