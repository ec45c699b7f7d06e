package kongo.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import kongo.protocol.Decoded;
import kongo.protocol.RecordDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Balances the records of one partition, which it has to be shown twice: at first it sees which are neither in a
 * journal row nor a dead letter, then which of these only repeat a lower one that is.
 */
final class PartitionBalance {

  /** Shows all records of the partition, in order. */
  interface Records {
    void forEach(Consumer<ConsumerRecord<byte[], byte[]>> action);
  }

  private final OffsetSet journaled;
  private final OffsetSet deadLetters;
  private final BiPredicate<String, Long> deleted;
  private final RecordDecoder<?> decoder;
  private final Findings residual;
  private final Findings both;
  private final Map<Identity, List<ConsumerPlace>> unclear = new HashMap<>();
  private Balance balance = Balance.NONE;
  private long lastUnclear = -1;
  private long end;

  /** Where a record is. */
  private record ConsumerPlace(String topic, int partition, long offset) {

    static ConsumerPlace of(ConsumerRecord<?, ?> each) {
      return new ConsumerPlace(each.topic(), each.partition(), each.offset());
    }

    @Override
    public String toString() {
      return topic + "/" + partition + "@" + offset;
    }
  }

  /**
   * @param deleted whether a record, by key and offset, was in a row that is deleted
   * @param residual takes the records that nothing became of
   * @param both takes those that are in a journal row and in the dead letters
   */
  PartitionBalance(
      OffsetSet journaled,
      OffsetSet deadLetters,
      BiPredicate<String, Long> deleted,
      RecordDecoder<?> decoder,
      Findings residual,
      Findings both) {
    this.journaled = journaled;
    this.deadLetters = deadLetters;
    this.deleted = deleted;
    this.decoder = decoder;
    this.residual = residual;
    this.both = both;
  }

  Balance of(Records records) {
    records.forEach(this::look);
    if (!unclear.isEmpty()) {
      records.forEach(this::explain);
    }
    unclear.forEach((identity, places) -> places.forEach(place -> leave(place, identity.toString())));
    return balance.plus(Balance.unknown(journaled.countFrom(end)));
  }

  private void look(ConsumerRecord<byte[], byte[]> each) {
    end = each.offset() + 1;
    boolean isJournaled = journaled.contains(each.offset());
    boolean isDead = deadLetters.contains(each.offset());
    boolean isDeleted = !isJournaled && !isDead && isDeleted(each);
    balance = balance.plus(Balance.one(isJournaled, isDead)).plus(isDeleted ? Balance.DELETED : Balance.NONE);
    if (isJournaled && isDead) {
      both.add(ConsumerPlace.of(each).toString());
    }
    if (!isJournaled && !isDead && !isDeleted) {
      Decoded<?> decoded = decoder.decode(each);
      Optional<Identity> identity = Identity.of(decoded);
      if (identity.isPresent()) {
        lastUnclear = each.offset();
        unclear.computeIfAbsent(identity.get(), i -> new ArrayList<>(1)).add(ConsumerPlace.of(each));
      } else {
        leave(ConsumerPlace.of(each), words(decoded));
      }
    }
  }

  private boolean isDeleted(ConsumerRecord<byte[], byte[]> each) {
    return each.key() != null && deleted.test(new String(each.key(), StandardCharsets.UTF_8), each.offset());
  }

  private static String words(Decoded<?> decoded) {
    return decoded instanceof Decoded.Refused<?> refused
        ? "cannot be used (" + refused.reason().header() + ") but is no dead letter"
        : "a registry record";
  }

  private void explain(ConsumerRecord<byte[], byte[]> each) {
    if (each.offset() < lastUnclear && (journaled.contains(each.offset()) || isDeleted(each))) {
      Identity.of(decoder.decode(each)).ifPresent(identity -> explainRepetitions(identity, each.offset()));
    }
  }

  private void explainRepetitions(Identity identity, long first) {
    List<ConsumerPlace> places = unclear.getOrDefault(identity, List.of());
    for (Iterator<ConsumerPlace> left = places.iterator(); left.hasNext(); ) {
      if (left.next().offset() > first) {
        left.remove();
        balance = balance.plus(Balance.DUPLICATE);
      }
    }
  }

  private void leave(ConsumerPlace place, String what) {
    residual.add(place + ": " + what);
  }
}
