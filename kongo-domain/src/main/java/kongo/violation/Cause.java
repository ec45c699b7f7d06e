package kongo.violation;

/**
 * The Kafka record that caused a revision.
 *
 * @param timestamp record time, milliseconds since the epoch
 */
public record Cause(String topic, int partition, long offset, long timestamp) {}
