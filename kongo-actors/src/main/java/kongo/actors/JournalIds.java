package kongo.actors;

import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;

/** Under which id the journal has an entity: its type, a bar and its own id, in which there may be bars as well. */
public final class JournalIds {

  private JournalIds() {}

  /** Not {@code PersistenceId.of}, which refuses bars in an id; the first bar tells type and id apart. */
  public static PersistenceId of(EntityTypeKey<?> type, String id) {
    return PersistenceId.ofUniqueId(type.name() + PersistenceId.DefaultSeparator() + id);
  }
}
