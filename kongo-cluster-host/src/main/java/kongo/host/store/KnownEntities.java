package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.persistence.typed.PersistenceId;

/**
 * Which entities ever journaled anything, told by Cassandra, so that asking for others starts none. The first rows of
 * an entity are never deleted. May be called from any thread.
 */
public final class KnownEntities {

  private final CqlSession session;
  private final String keyspace;
  private final Duration timeout;
  private final Set<PersistenceId> known;

  /**
   * @param timeout of a look
   * @param remembered how many that exist are not looked for again
   */
  public KnownEntities(CqlSession session, String keyspace, Duration timeout, int remembered) {
    this.session = session;
    this.keyspace = keyspace;
    this.timeout = timeout;
    this.known = Collections.synchronizedSet(Collections.newSetFromMap(new Newest(remembered)));
  }

  /** Fails when Cassandra does not answer in time. */
  public CompletionStage<Boolean> exists(PersistenceId id) {
    if (known.contains(id)) {
      return CompletableFuture.completedFuture(true);
    }
    var row = has("messages WHERE persistence_id = ? AND partition_nr = 0", id);
    var snapshot = has("snapshots WHERE persistence_id = ?", id);
    return row.thenCombine(snapshot, (inJournal, saved) -> (inJournal || saved) && remember(id));
  }

  private boolean remember(PersistenceId id) {
    known.add(id);
    return true;
  }

  private CompletionStage<Boolean> has(String rows, PersistenceId id) {
    var select = "SELECT persistence_id FROM %s.%s LIMIT 1".formatted(keyspace, rows);
    return session
        .executeAsync(SimpleStatement.newInstance(select, id.id()).setTimeout(timeout))
        .thenApply(result -> result.one() != null);
  }

  /** Forgets those that were found first. */
  private static final class Newest extends LinkedHashMap<PersistenceId, Boolean> {

    private static final long serialVersionUID = 1;

    private final int most;

    Newest(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<PersistenceId, Boolean> eldest) {
      return size() > most;
    }
  }
}
