package kongo.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import kongo.journal.Deletions.Deletion;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes in the background what entities do not need any more. Whatever happens to a deletion, nobody waits for it: what
 * was not deleted is named again by its entity, and deleted with what has become old since. Thread-safe.
 */
public final class OldRowsInCassandra {

  private static final Logger LOG = LoggerFactory.getLogger(OldRowsInCassandra.class);
  private static final String JOURNAL = "pekko.persistence.cassandra.journal";
  private static final Duration SLOW = Duration.ofSeconds(1);
  /** Some 100 bytes each. */
  private static final int MOST_WAITING = 10_000;

  /** Deletes by itself what is not needed of one entity. */
  interface Rows {

    /** The rows that were deleted, and the longest that one request took. */
    CompletionStage<Deleted> delete(Deletion deletion);
  }

  /** What became of a deletion. */
  record Deleted(long rows, Duration longest) {}

  private final Rows rows;
  private final BiConsumer<Duration, Runnable> later;
  private final Deletions deletions;
  private final boolean off;
  private final LongAdder deleted = new LongAdder();
  private final LongAdder failures = new LongAdder();

  /**
   * @param atOnce so many are under way at most; 0: nothing is deleted
   * @param later runs something after a time
   */
  OldRowsInCassandra(Rows rows, int atOnce, BiConsumer<Duration, Runnable> later) {
    this.rows = rows;
    this.later = later;
    this.deletions = new Deletions(new DeletionCredit(atOnce, SLOW), MOST_WAITING);
    this.off = atOnce == 0;
  }

  /**
   * Of the journal of a node.
   *
   * @param session may be shared
   */
  public static OldRowsInCassandra start(ActorSystem<?> system, CqlSession session, int atOnce) {
    JournalConfig journal = JournalConfig.of(system.classicSystem(), JOURNAL);
    return new OldRowsInCassandra(
        new JournalDeletes(session, journal), atOnce,
        (time, action) -> system.scheduler().scheduleOnce(time, action, system.executionContext()));
  }

  /**
   * Returns at once. Called by any thread.
   *
   * @param rowsBefore sequence number: events before it are not needed, 1 or less: all are
   * @param snapshotsBefore snapshots taken at an event before this one are not needed
   */
  public void notNeeded(String persistenceId, long rowsBefore, long snapshotsBefore) {
    if (!off) {
      synchronized (deletions) {
        deletions.add(new Deletion(persistenceId, rowsBefore, snapshotsBefore));
      }
      begin();
    }
  }

  /** Since the start of this node. */
  public double deletedRows() {
    return deleted.sum();
  }

  public double failures() {
    return failures.sum();
  }

  public int waiting() {
    synchronized (deletions) {
      return deletions.waiting();
    }
  }

  private void begin() {
    for (Optional<Deletion> one = next(); one.isPresent(); one = next()) {
      begin(one.get());
    }
  }

  private Optional<Deletion> next() {
    synchronized (deletions) {
      return deletions.next();
    }
  }

  private void begin(Deletion deletion) {
    rows.delete(deletion).whenComplete((done, problem) -> {
      if (problem == null) {
        ended(deletion, done);
      } else {
        failed(deletion, problem);
      }
    });
  }

  private void ended(Deletion deletion, Deleted done) {
    deleted.add(done.rows());
    synchronized (deletions) {
      deletions.done(deletion, done.longest());
    }
    begin();
  }

  private void failed(Deletion deletion, Throwable problem) {
    failures.increment();
    Optional<Duration> pause;
    synchronized (deletions) {
      pause = deletions.failed(deletion);
    }
    pause.ifPresent(time -> {
      LOG.warn("Old rows of {} are not deleted now, and none for {} s: {}", deletion.persistenceId(), time.toSeconds(), problem.toString());
      later.accept(time, this::goOn);
    });
  }

  private void goOn() {
    synchronized (deletions) {
      deletions.goOn();
    }
    begin();
  }
}
