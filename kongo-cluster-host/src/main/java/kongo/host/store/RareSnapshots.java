package kongo.host.store;

import com.typesafe.config.Config;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.persistence.SelectedSnapshot;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.cassandra.snapshot.CassandraSnapshotStore;
import scala.Option;
import scala.concurrent.ExecutionContextExecutor;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/** The plugin's snapshot store where most entities have no snapshot: whether there is one is asked without a stream. */
public final class RareSnapshots extends CassandraSnapshotStore {

  private final JournalReads reads;
  private final ExecutionContextExecutor executor;
  private final String selectAny;

  /**
   * @param config of the snapshot store
   * @param path of that configuration
   */
  public RareSnapshots(Config config, String path) {
    super(config, path);
    this.reads = new JournalReads(context(), config, path);
    this.executor = context().dispatcher();
    this.selectAny =
        "SELECT sequence_nr FROM %s.%s WHERE persistence_id = ? LIMIT 1"
            .formatted(config.getString("keyspace"), config.getString("table"));
  }

  @Override
  public Future<Option<SelectedSnapshot>> loadAsync(String id, SnapshotSelectionCriteria criteria) {
    CompletionStage<Boolean> any = reads.read(selectAny, id).thenApply(found -> found.one() != null);
    return FutureConverters.asScala(any)
        .flatMap(there -> there ? super.loadAsync(id, criteria) : Future.successful(Option.empty()), executor);
  }
}
