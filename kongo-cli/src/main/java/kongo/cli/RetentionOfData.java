package kongo.cli;

import java.time.Duration;
import kongo.local.LocalFailure;
import kongo.replay.Journal;

/** The retention that a keyspace belongs to: by another one the same events are other violations. */
final class RetentionOfData {

  private RetentionOfData() {}

  /** @throws LocalFailure if the data was begun with another one */
  static void require(Journal journal, Duration compared) {
    journal.retention().filter(kept -> !kept.equals(compared)).ifPresent(kept -> {
      throw new LocalFailure(
          "The data belongs to a retention of %d ms, and was compared with one of %d ms, so the result means nothing: give --retention %dms."
              .formatted(kept.toMillis(), compared.toMillis(), kept.toMillis()));
    });
  }
}
