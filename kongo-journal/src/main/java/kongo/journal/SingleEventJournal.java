package kongo.journal;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import com.typesafe.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.cassandra.journal.CassandraJournal;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import scala.Function1;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContextExecutor;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;
import scala.util.Failure;
import scala.util.Try;

/**
 * The plugin's journal for entities that write one event at a time. So each event lies in the partition
 * of its own number, and a recovery takes two reads of the journal, or the one of {@link RareSnapshots} if it is short,
 * instead of the plugin's five and its stream; and a write is handed to the driver at once, where the plugin takes it
 * through a dozen futures with threads of their own.
 */
public final class SingleEventJournal extends CassandraJournal {

  private static final Seq<Try<BoxedUnit>> ACCEPTED = CollectionConverters.asScala(List.<Try<BoxedUnit>>of()).toList();

  private final JournalConfig journal;
  private final JournalReads reads;
  private final JournalWrites writes;
  private final JournalsInUse journals;
  private final ExecutionContextExecutor executor;
  private final Serialization serialization;

  /**
   * @param config of the journal
   * @param path of that configuration
   */
  public SingleEventJournal(Config config, String path) {
    super(config, path);
    this.journal = JournalConfig.of(context().system(), path);
    this.reads = new JournalReads(context(), journal);
    this.writes = new JournalWrites(context(), journal);
    this.journals = JournalsInUse.of(context().system());
    this.executor = context().dispatcher();
    this.serialization = SerializationExtension.get(context().system());
  }

  @Override
  public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> atomic) {
    if (atomic.size() != 1 || atomic.head().size() != 1) {
      throw new IllegalArgumentException("%s writes more than one event at once".formatted(atomic.head().persistenceId()));
    }
    try {
      CompletionStage<AsyncResultSet> write = writes.write(atomic.head().payload().head());
      Runnable written = journals.writes(atomic.head().persistenceId());
      return FutureConverters.asScala(write.whenComplete((done, problem) -> written.run()).thenApply(done -> ACCEPTED));
    } catch (UnwritableEvent refusal) {
      // Refused, not failed: the entity tells whoever asked, and the record is given up.
      Try<BoxedUnit> refused = new Failure<>(refusal);
      return FutureConverters.asScala(CompletableFuture.completedStage(CollectionConverters.asScala(List.of(refused)).toList()));
    }
  }

  @Override
  public Future<Object> asyncReadHighestSequenceNr(String id, long from) {
    CompletionStage<Long> highest =
        journals
            .whole(id)
            .map(events -> CompletableFuture.completedStage(highest(id, events)))
            .orElseGet(
                () ->
                    journals.settled(id).thenCompose(settled -> highestFrom(id, from, journal.partition(Math.max(1, from)))));
    return FutureConverters.asScala(highest.thenApply(Long.class::cast));
  }

  /** Where there is no event, none will be asked for. */
  private long highest(String id, List<Row> events) {
    if (events.isEmpty()) {
      journals.forget(id);
      return 0;
    }
    return events.get(events.size() - 1).getLong("sequence_nr");
  }

  /** The next partition is looked into only if this one is full. */
  private CompletionStage<Long> highestFrom(String id, long from, long partition) {
    return reads
        .highest(id, partition)
        .thenComposeAsync(
            found -> {
              Row row = found.one();
              long highest = row == null ? from : row.getLong("sequence_nr");
              return highest == (partition + 1) * journal.partitionSize()
                  ? highestFrom(id, highest, partition + 1)
                  : CompletableFuture.completedStage(highest);
            },
            executor);
  }

  @Override
  public Future<BoxedUnit> asyncReplayMessages(
      String id, long from, long to, long most, Function1<PersistentRepr, BoxedUnit> replayed) {
    long last = to - from < most ? to : from + most - 1;
    Replay replay = new Replay(id, from, last, replayed);
    Optional<List<Row>> whole = journals.whole(id);
    journals.forget(id);
    return FutureConverters.asScala(whole.map(replay::run).orElseGet(() -> from > 1 ? replay.run() : runAll(id, replay)));
  }

  /**
   * There is no snapshot: if the first events are gone, the entity must not begin anew. That is found out here, where a
   * failure does not count for the circuit breaker, since the journal is well.
   */
  private CompletionStage<BoxedUnit> runAll(String id, Replay replay) {
    return reads.deletedTo(id).thenComposeAsync(
        deleted -> {
          Row metadata = deleted.one();
          long deletedTo = metadata == null ? 0 : metadata.getLong("deleted_to");
          return deletedTo == 0
              ? replay.run()
              : CompletableFuture.failedStage(
                  new IllegalStateException(
                      "The snapshots of %s are missing, without which it cannot come back: events up to %d were deleted"
                          .formatted(id, deletedTo)));
        },
        executor);
  }

  /** One recovery; events are told in the order of their numbers. */
  private final class Replay {

    private final String id;
    private final long last;
    private final Function1<PersistentRepr, BoxedUnit> replayed;
    private long next;

    Replay(String id, long from, long last, Function1<PersistentRepr, BoxedUnit> replayed) {
      this.id = id;
      this.next = from;
      this.last = last;
      this.replayed = replayed;
    }

    /** @return fails if an event is missing */
    CompletionStage<BoxedUnit> run() {
      long partition = journal.partition(next);
      return reads.events(id, partition, next, last).thenComposeAsync(page -> take(page, partition), executor);
    }

    /** The same where all events have been read. */
    CompletionStage<BoxedUnit> run(List<Row> events) {
      return CompletableFuture.supplyAsync(() -> take(events), executor);
    }

    private BoxedUnit take(List<Row> events) {
      events.stream().takeWhile(event -> next <= last).forEach(this::take);
      if (next <= last) {
        throw missing();
      }
      return BoxedUnit.UNIT;
    }

    private CompletionStage<BoxedUnit> take(AsyncResultSet page, long partition) {
      page.currentPage().forEach(this::take);
      if (page.hasMorePages()) {
        return page.fetchNextPage().thenComposeAsync(following -> take(following, partition), executor);
      }
      if (next > last) {
        return CompletableFuture.completedStage(BoxedUnit.UNIT);
      }
      if (journal.partition(next) == partition) {
        throw missing();
      }
      return run();
    }

    private void take(Row row) {
      long number = row.getLong("sequence_nr");
      if (number > next) {
        throw missing();
      }
      next = number + 1;
      replayed.apply(event(number, row));
    }

    private IllegalStateException missing() {
      return new IllegalStateException("Event %d of %s is missing in the journal, %d is there".formatted(next, id, last));
    }

    private PersistentRepr event(long number, Row row) {
      byte[] bytes = Bytes.getArray(row.getByteBuffer("event"));
      Object event = serialization.deserialize(bytes, row.getInt("ser_id"), row.getString("ser_manifest")).get();
      return PersistentRepr.apply(
          event, number, id, row.getString("event_manifest"), false, null, row.getString("writer_uuid"));
    }
  }
}
