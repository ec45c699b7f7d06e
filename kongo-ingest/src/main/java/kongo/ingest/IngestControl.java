package kongo.ingest;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/** The running streams of a node. */
public interface IngestControl {

  /** What keeps the streams from their whole work, in words; empty if nothing does. */
  Optional<String> missing();

  /** Takes no more records, finishes and commits what is in hand; may be called again. */
  CompletionStage<Done> drain();
}
