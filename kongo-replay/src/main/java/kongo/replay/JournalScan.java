package kongo.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Reads journals, several at a time, each in order; what must not be in them is noted. */
final class JournalScan implements AutoCloseable {

  private final Rows journal;
  private final JournalFaults faults = JournalFaults.none();
  private final EventDecoder decoder = new EventDecoder();
  private final AtomicReference<Volume> volume = new AtomicReference<>(Volume.NONE);

  JournalScan(Rows journal) {
    this.journal = journal;
  }

  JournalFaults faults() {
    return faults;
  }

  /** Of what was read so far. */
  Volume volume() {
    return volume.get();
  }

  /**
   * Returns when all are read.
   *
   * @param readers make a reader for each, to be used by one thread; several may be at work at once
   * @param progress takes how many are read
   */
  void run(List<JournalId> ids, int atOnce, Function<JournalId, EntityReader> readers, LongConsumer progress) {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      workers.add(threads.submit(() -> {
        for (int at = next.getAndIncrement(); at < ids.size(); at = next.getAndIncrement()) {
          read(ids.get(at), readers.apply(ids.get(at)));
          progress.accept(at + 1L);
        }
      }));
    }
    try {
      await(workers);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(List<Future<?>> workers) {
    try {
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException problem) {
      throw problem.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(problem.getCause());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new JournalUnreachable("Reading the journals was interrupted.", end);
    }
  }

  private void read(JournalId id, EntityReader reader) {
    long snapshot = id.deletedTo() > 0 ? begin(id, reader) : 0;
    EffectiveRows effective =
        new EffectiveRows(
            id.persistenceId(), id.deletedTo(), number -> number <= snapshot && number <= journal.deletedTo(id), faults,
            row -> pass(id, row, reader));
    Volume.Counter counter = new Volume.Counter(id.persistenceId());
    journal.rows(id, row -> {
      counter.row(row.sequenceNr(), row.manifest(), row.event().remaining());
      if (row.sequenceNr() > id.deletedTo()) {
        effective.take(row);
      }
    });
    volume.accumulateAndGet(counter.total(), Volume::plus);
    effective.end();
    reader.end();
  }

  /** Number of the last event in the snapshot that stands for the rows that were deleted. */
  private long begin(JournalId id, EntityReader reader) {
    Optional<JournalRow> snapshot = journal.snapshot(id);
    if (snapshot.isEmpty()) {
      faults.gaps().add("%s: rows up to %d were deleted, and no snapshot is there".formatted(id.persistenceId(), id.deletedTo()));
      return 0;
    }
    snapshot.flatMap(row -> decoded(id, row)).ifPresent(state -> reader.begin(snapshot.get().sequenceNr(), state));
    return snapshot.get().sequenceNr();
  }

  private void pass(JournalId id, JournalRow row, EntityReader reader) {
    decoded(id, row).ifPresent(event -> reader.event(row.sequenceNr(), event));
  }

  /** Empty if it cannot be read, which is noted. */
  private Optional<Object> decoded(JournalId id, JournalRow row) {
    try {
      return Optional.of(decoder.decode(row));
    } catch (IllegalArgumentException unreadable) {
      faults.undecodable().add("%s %d (%s): %s".formatted(
          id.persistenceId(), row.sequenceNr(), row.manifest(), unreadable.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    decoder.close();
  }
}
