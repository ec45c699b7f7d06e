package kongo.ingest;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import kongo.spread.Spreading;
import org.apache.pekko.Done;

/** Where it is kept how far the rule books have come. */
public interface SpreadStore {

  /** Empty if nothing was ever kept; fails where it cannot be read now. */
  CompletionStage<Optional<Spreading>> last();

  /** Completes when it is durable. */
  CompletionStage<Done> keep(Spreading spreading);
}
