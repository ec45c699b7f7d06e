package kongo.violation;

/**
 * The Kafka record that caused a revision.
 *
 * @param offset as a {@link Position}
 * @param timestamp record time, milliseconds since the epoch
 */
public record Cause(String topic, int partition, long offset, long timestamp) {}
