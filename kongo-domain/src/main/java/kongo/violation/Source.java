package kongo.violation;

/** The Kafka partition that records came from. */
public record Source(String topic, int partition) {

  /** @param offset as a {@link Position} */
  public Cause cause(long offset, long timestamp) {
    return new Cause(topic, partition, offset, timestamp);
  }
}
