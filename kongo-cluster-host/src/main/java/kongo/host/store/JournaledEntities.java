package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.actors.GoodsEntity;
import kongo.actors.JournalIds;
import kongo.actors.LocationEntity;
import kongo.ingest.EntityPages;
import kongo.spread.EntityPage;
import kongo.spread.Lap;

/**
 * The entities that have a journal, as they lie round Cassandra's ring of tokens. The first rows of a journal are never
 * deleted, so each has its first partition. May be called from any thread.
 */
public final class JournaledEntities implements EntityPages {

  private static final String TOKEN = "token(persistence_id, partition_nr)";
  private static final String LOCATIONS = JournalIds.of(LocationEntity.TYPE_KEY, "").id();
  private static final String GOODS = JournalIds.of(GoodsEntity.TYPE_KEY, "").id();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int COUNTED_AT_ONCE = 5_000;

  private final CqlSession session;
  private final String keyspace;
  private final int size;

  /** @param size of a page, in partitions of the journal */
  public JournaledEntities(CqlSession session, String keyspace, int size) {
    this.session = session;
    this.keyspace = keyspace;
    this.size = size;
  }

  @Override
  public CompletionStage<EntityPage> next(Lap lap) {
    return partitions(lap, size).thenApply(rows -> page(lap, rows));
  }

  private CompletionStage<List<Row>> partitions(Lap lap, int most) {
    var select = "SELECT DISTINCT persistence_id, partition_nr, %s AS place FROM %s.messages WHERE %s > ? AND %s <= ? LIMIT ?"
        .formatted(TOKEN, keyspace, TOKEN, TOKEN);
    return session
        .executeAsync(SimpleStatement.newInstance(select, lap.at(), lap.end(), most).setPageSize(most).setTimeout(PATIENCE))
        .thenCompose(first -> all(first, new ArrayList<>()));
  }

  /** Cassandra may answer in shorter pages than it was asked for. */
  private static CompletionStage<List<Row>> all(AsyncResultSet page, List<Row> rows) {
    page.currentPage().forEach(rows::add);
    return page.hasMorePages()
        ? page.fetchNextPage().thenCompose(next -> all(next, rows))
        : CompletableFuture.completedFuture(rows);
  }

  private EntityPage page(Lap lap, List<Row> rows) {
    List<String> first = rows.stream().filter(row -> row.getLong(1) == 0).map(row -> row.getString(0)).toList();
    Lap to = rows.size() < size ? lap.toEnd() : lap.to(rows.get(rows.size() - 1).getLong(2));
    return new EntityPage(ids(first, LOCATIONS), ids(first, GOODS), to);
  }

  private static List<String> ids(List<String> persistenceIds, String kind) {
    return persistenceIds.stream().filter(id -> id.startsWith(kind)).map(id -> id.substring(kind.length())).toList();
  }

  @Override
  public CompletionStage<Count> count() {
    return count(Lap.FROM_THE_FIRST, new Count(0, 0));
  }

  private CompletionStage<Count> count(Lap lap, Count before) {
    return partitions(lap, COUNTED_AT_ONCE).thenCompose(rows -> {
      long locations = before.locations() + rows.stream().filter(row -> isFirstOf(LOCATIONS, row)).count();
      long goods = before.goods() + rows.stream().filter(row -> isFirstOf(GOODS, row)).count();
      Count count = new Count(locations, goods);
      return rows.size() < COUNTED_AT_ONCE
          ? CompletableFuture.completedFuture(count)
          : count(lap.to(rows.get(rows.size() - 1).getLong(2)), count);
    });
  }

  private static boolean isFirstOf(String kind, Row row) {
    return row.getLong(1) == 0 && row.getString(0).startsWith(kind);
  }
}
