package kongo.simulator.world;

import kongo.simulator.RecordSink;

/** Something that acts at times of its own choosing. */
interface Agent {

  /** Returned by an agent that is done. */
  long NEVER = Long.MAX_VALUE;

  /** Acts, and returns when it wants to act again. */
  long act(long now, RecordSink sink);
}
