package kongo.doctor.finding;

/**
 * Where a record is in Kafka.
 *
 * @param timestamp the record's, in milliseconds since the epoch
 */
public record RecordAt(String topic, int partition, long offset, long timestamp) {

  @Override
  public String toString() {
    return topic + "/" + partition + "@" + offset;
  }
}
