package kongo.protocol;

import java.util.Set;
import kongo.protocol.Decoded.Refused;
import kongo.protocol.Decoded.Usable;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns the bytes of one input topic's records into what they say, strictly by section 2 of docs/semantics.md. Not
 * thread-safe: one per consumer.
 */
public abstract class RecordDecoder<T> {

  RecordDecoder() {}

  /**
   * Never throws for what the bytes hold, not even where Kongo itself is wrong: a stream would read the same bytes again
   * and never come past them. What such a failure leaves behind is forgotten.
   *
   * @param timestamp the record's, in milliseconds since the epoch
   */
  public final Decoded<T> decode(byte[] key, byte[] value, long timestamp) {
    try {
      return new Usable<>(read(key, value, timestamp));
    } catch (Refusal refusal) {
      return new Refused<>(refusal.reason(), refusal.getMessage());
    } catch (RuntimeException | StackOverflowError bug) {
      forget();
      return Refused.by(bug);
    }
  }

  public final Decoded<T> decode(ConsumerRecord<byte[], byte[]> source) {
    return decode(source.key(), source.value(), source.timestamp());
  }

  /** The fields that are read; all others are passed over. */
  public abstract Set<String> fields();

  abstract T read(byte[] key, byte[] value, long timestamp) throws Refusal;

  /** Drops whatever is kept from one record to the next. */
  abstract void forget();
}
