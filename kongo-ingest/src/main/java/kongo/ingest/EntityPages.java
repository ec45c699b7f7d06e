package kongo.ingest;

import java.util.concurrent.CompletionStage;
import kongo.spread.EntityPage;
import kongo.spread.Lap;

/** The entities that have ever journaled anything, page by page in the order in which they lie in the store. */
public interface EntityPages {

  /** What comes next in a lap; fails where it cannot be read now. */
  CompletionStage<EntityPage> next(Lap lap);

  /** How many there are, counted once round; fails where it cannot be read now. */
  CompletionStage<Count> count();

  /** How many entities of each kind. */
  record Count(long locations, long goods) {}
}
