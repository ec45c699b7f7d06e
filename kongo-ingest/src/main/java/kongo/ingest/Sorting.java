package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import kongo.protocol.Decoded;
import kongo.protocol.RecordDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells the records of one lane that can be used from those that cannot. Not thread-safe: used by the lane's work alone. */
final class Sorting<T> {

  private final RecordDecoder<T> decoder;
  private final Oddities oddities;

  Sorting(RecordDecoder<T> decoder, Oddities oddities) {
    this.decoder = decoder;
    this.oddities = oddities;
  }

  /** Gives usable records away, and answers those that belong to the dead letters. */
  List<DeadLetters.Letter> sort(
      List<ConsumerRecord<byte[], byte[]>> records, BiConsumer<ConsumerRecord<byte[], byte[]>, T> usable) {
    List<DeadLetters.Letter> letters = new ArrayList<>();
    List<ConsumerRecord<byte[], byte[]>> used = new ArrayList<>(records.size());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Decoded<T> decoded = decoder.decode(record);
      if (decoded instanceof Decoded.Refused<T> refused) {
        refused.bug().ifPresent(bug -> oddities.bug(record, bug));
        letters.add(new DeadLetters.Letter(record, refused.reason(), refused.detail()));
      } else if (decoded instanceof Decoded.Usable<T> said) {
        used.add(record);
        usable.accept(record, said.value());
      }
    }
    oddities.look(used);
    return letters;
  }
}
