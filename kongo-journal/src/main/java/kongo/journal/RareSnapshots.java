package kongo.journal;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.journal.JournalsInUse.Recovery;
import org.apache.pekko.persistence.SelectedSnapshot;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;
import scala.Option;
import scala.concurrent.ExecutionContextExecutor;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/**
 * The snapshot store where the journals of some entities are mostly short. A recovery asks for a snapshot first;
 * of those entities the beginning of the journal is read instead, and if that is all of it, the recovery needs no other
 * read.
 */
public final class RareSnapshots extends SegmentedSnapshots {

  private final JournalReads reads;
  private final JournalsInUse journals;
  private final ExecutionContextExecutor executor;
  private final String shortJournals;
  private final int few;

  /**
   * @param config of the snapshot store
   * @param path of that configuration
   */
  public RareSnapshots(Config config, String path) {
    super(config, path);
    JournalConfig journal = JournalConfig.of(context().system(), path);
    this.reads = new JournalReads(context(), journal);
    this.journals = JournalsInUse.of(context().system());
    this.executor = context().dispatcher();
    this.shortJournals = config.getString("short-journals");
    this.few = journal.few();
  }

  @Override
  public Future<Option<SelectedSnapshot>> loadAsync(String id, SnapshotSelectionCriteria criteria) {
    if (!id.startsWith(shortJournals)) {
      return super.loadAsync(id, criteria);
    }
    Recovery recovery = journals.recovers(id);
    CompletionStage<Boolean> isShort =
        journals
            .settled(id)
            .thenCompose(settled -> reads.firstEvents(id, few + 1))
            .thenApply(first -> keepWhole(recovery, first));
    return FutureConverters.asScala(isShort)
        .flatMap(whole -> whole ? Future.successful(Option.empty()) : super.loadAsync(id, criteria), executor);
  }

  private boolean keepWhole(Recovery recovery, AsyncResultSet first) {
    List<Row> events = new ArrayList<>();
    first.currentPage().forEach(events::add);
    boolean whole = !first.hasMorePages() && events.size() <= few;
    if (whole) {
      journals.keep(recovery, events);
    }
    return whole;
  }
}
