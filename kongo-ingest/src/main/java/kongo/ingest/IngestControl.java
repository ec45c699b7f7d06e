package kongo.ingest;

import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/** The running streams of a node. */
public interface IngestControl {

  /** Whether every consumer has joined its group and none of them is failing. */
  boolean ready();

  /** Takes no more records, finishes and commits what is in hand; may be called again. */
  CompletionStage<Done> drain();
}
