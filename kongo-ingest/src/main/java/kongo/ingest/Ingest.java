package kongo.ingest;

import kongo.actors.Entities;
import org.apache.pekko.actor.typed.ActorSystem;

/** Starts the streams of a node: Kafka to the entities, one stream per input topic. */
public final class Ingest {

  private Ingest() {}

  /** Consumes at once; the node must be a member of its cluster. Drains itself in coordinated shutdown. */
  public static IngestControl start(
      ActorSystem<?> system, Entities entities, IngestSettings settings, IngestMetrics metrics) {
    throw new UnsupportedOperationException();
  }
}
