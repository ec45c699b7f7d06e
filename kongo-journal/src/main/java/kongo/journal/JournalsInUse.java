package kongo.journal;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;

/**
 * What journal and snapshot store of a node tell each other about the entities that write and recover. They are two
 * actors: an entity's last write may reach the journal after its successor has begun to recover at the snapshot store. By
 * the time the journal itself is asked to recover it, it has begun that write. Thread-safe.
 */
final class JournalsInUse implements Extension {

  /** Several times as many as recover at once; of those that are given up in between some are left over. */
  private static final int MOST = 1_000;

  private final ConcurrentMap<String, CompletableFuture<Void>> writes = new ConcurrentHashMap<>();
  private final Map<String, Recovery> recoveries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recovery> eldest) {
          return size() > MOST;
        }
      };

  JournalsInUse() {}

  static JournalsInUse of(ActorSystem system) {
    return Id.INSTANCE.get(system);
  }

  /** What one recovery has read of its journal. */
  static final class Recovery {
    private Optional<List<Row>> whole = Optional.empty();
  }

  /** A write of that entity is under way; what has been read for it is out of date. Answers what to run at its end. */
  Runnable writes(String id) {
    forget(id);
    CompletableFuture<Void> write = new CompletableFuture<>();
    writes.put(id, write);
    return () -> {
      writes.remove(id, write);
      write.complete(null);
    };
  }

  /** When no write of that entity is under way: Cassandra does not see to it that what is read later has it. */
  CompletionStage<Void> settled(String id) {
    CompletableFuture<Void> write = writes.get(id);
    return write == null ? CompletableFuture.completedStage(null) : write;
  }

  /** A recovery of that entity begins. */
  synchronized Recovery recovers(String id) {
    Recovery recovery = new Recovery();
    recoveries.put(id, recovery);
    return recovery;
  }

  /** These are all events, unless one has been written since the recovery began. */
  synchronized void keep(Recovery recovery, List<Row> events) {
    recovery.whole = Optional.of(events);
  }

  /** All events of the entity that recovers, if they have been read. */
  synchronized Optional<List<Row>> whole(String id) {
    return Optional.ofNullable(recoveries.get(id)).flatMap(recovery -> recovery.whole);
  }

  synchronized void forget(String id) {
    recoveries.remove(id);
  }

  private static final class Id extends AbstractExtensionId<JournalsInUse> {
    private static final Id INSTANCE = new Id();

    @Override
    public JournalsInUse createExtension(ExtendedActorSystem system) {
      return new JournalsInUse();
    }
  }
}
