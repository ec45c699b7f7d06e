package kongo.protocol;

import kongo.protocol.Decoded.Refused;
import kongo.protocol.Decoded.Usable;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns the bytes of one input topic's records into what they say, strictly by section 2 of docs/semantics.md. Not
 * thread-safe: one per consumer.
 */
public abstract sealed class RecordDecoder<T> permits SensorDecoder, RfidDecoder, RegistryDecoder {

  /**
   * Never throws for what the bytes hold.
   *
   * @param timestamp the record's, in milliseconds since the epoch
   */
  public final Decoded<T> decode(byte[] key, byte[] value, long timestamp) {
    try {
      return new Usable<>(read(key, value, timestamp));
    } catch (Refusal refusal) {
      return new Refused<>(refusal.reason(), refusal.getMessage());
    }
  }

  public final Decoded<T> decode(ConsumerRecord<byte[], byte[]> source) {
    return decode(source.key(), source.value(), source.timestamp());
  }

  abstract T read(byte[] key, byte[] value, long timestamp) throws Refusal;
}
