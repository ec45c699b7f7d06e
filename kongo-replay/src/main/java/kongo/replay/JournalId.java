package kongo.replay;

/**
 * The journal of one entity.
 *
 * @param lastPartition number of its last table partition, from 0
 */
public record JournalId(String persistenceId, long lastPartition) {

  static final String GOODS = "Goods";
  static final String LOCATION = "Location";

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
