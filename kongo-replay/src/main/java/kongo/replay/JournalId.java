package kongo.replay;

/**
 * The journal of one entity.
 *
 * @param lastPartition number of its last table partition, from 0
 * @param deletedTo rows up to this number may have been deleted; 0: none
 */
public record JournalId(String persistenceId, long lastPartition, long deletedTo) {

  public static final String GOODS = "Goods";
  public static final String LOCATION = "Location";

  JournalId(String persistenceId, long lastPartition) {
    this(persistenceId, lastPartition, 0);
  }

  /** {@code Goods} or {@code Location}. */
  public String type() {
    int bar = persistenceId.indexOf('|');
    return bar < 0 ? "" : persistenceId.substring(0, bar);
  }

  /** The id of the Goods or Location. */
  public String entity() {
    return persistenceId.substring(persistenceId.indexOf('|') + 1);
  }
}
