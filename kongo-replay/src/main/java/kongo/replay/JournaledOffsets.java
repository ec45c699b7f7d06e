package kongo.replay;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.protocol.Feed;
import kongo.violation.Position;
import kongo.violation.Source;

/** Which records of Kafka are in which journal rows, as the rows say: those of topics that were are left out. */
final class JournaledOffsets {

  private final Function<String, Set<Integer>> epochs;
  private final SourceOffsets offsets = new SourceOffsets();
  private final Findings twice = new Findings();
  private final DeletedRecords deleted = new DeletedRecords();

  /** @param epochs of a topic, in which it was the one that it is now; asked by several threads */
  JournaledOffsets(Function<String, Set<Integer>> epochs) {
    Map<String, Set<Integer>> known = new ConcurrentHashMap<>();
    this.epochs = topic -> known.computeIfAbsent(topic, epochs);
  }

  /** Takes what one entity journaled. */
  EntityReader reader(JournalId id) {
    return new EntityReader() {
      @Override
      public void begin(long sequenceNr, Object snapshot) {
        deleted.begin(id.entity(), snapshot);
      }

      @Override
      public void event(long sequenceNr, Object event) {
        take(id, sequenceNr, event);
      }

      @Override
      public void end() {
        // every event says all that it has to say
      }
    };
  }

  private void take(JournalId id, long sequenceNr, Object event) {
    if (event instanceof ReadingsAccepted readings) {
      deleted.kept(Feed.SENSORS, id.entity(), readings.firstOffset());
      for (int i = 0; i < readings.size(); i++) {
        add(id, sequenceNr, readings.source(), readings.offset(i));
      }
    } else if (event instanceof MovesAccepted moves) {
      Arrays.stream(moves.offsets()).forEach(offset -> deleted.kept(Feed.RFID, id.entity(), offset));
      for (long offset : moves.offsets()) {
        add(id, sequenceNr, moves.source(), offset);
      }
    } else if (event instanceof Registered registered) {
      Source source = new Source(registered.cause().topic(), registered.cause().partition());
      deleted.kept(Feed.REGISTRY, id.entity(), registered.cause().offset());
      add(id, sequenceNr, source, registered.cause().offset());
    }
  }

  private void add(JournalId id, long sequenceNr, Source source, long position) {
    long offset = Position.offset(position);
    if (epochs.apply(source.topic()).contains(Position.epoch(position)) && !offsets.add(source, offset)) {
      twice.add("%s/%d@%d, again in %s %d".formatted(source.topic(), source.partition(), offset, id.persistenceId(), sequenceNr));
    }
  }

  OffsetSet of(Source source) {
    return offsets.of(source);
  }

  /** Which records of a topic were in rows that are deleted. */
  BiPredicate<String, Long> deleted(Feed feed, String topic) {
    int epoch = Collections.max(epochs.apply(topic));
    return (key, offset) -> deleted.has(feed, key, Position.of(epoch, offset));
  }

  /** Records that are in more than one row. */
  Findings twice() {
    return twice;
  }
}
