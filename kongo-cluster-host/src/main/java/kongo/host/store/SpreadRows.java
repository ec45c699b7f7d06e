package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import kongo.ingest.SpreadStore;
import kongo.spread.Lap;
import kongo.spread.Spreading;
import org.apache.pekko.Done;

/** How far the rule books of a topic have come, as a row in Cassandra. */
public final class SpreadRows implements SpreadStore {

  private final CqlSession session;
  private final String table;
  private final String topic;

  public SpreadRows(CqlSession session, String keyspace, String topic) {
    this.session = session;
    this.table = keyspace + ".rules_spread";
    this.topic = topic;
  }

  @Override
  public CompletionStage<Optional<Spreading>> last() {
    return session
        .executeAsync(SimpleStatement.newInstance("SELECT * FROM %s WHERE topic = ?".formatted(table), topic))
        .thenApply(result -> Optional.ofNullable(result.one()).map(SpreadRows::read));
  }

  private static Spreading read(Row row) {
    Lap lap = new Lap(row.getLong("lap_begin"), row.getLong("lap_at"), row.getBoolean("lap_wrapped"));
    return new Spreading(
        row.getLong("completed"), row.getLong("target"), row.getBoolean("goods"), lap, row.getLong("done"),
        new TreeMap<>(row.getMap("failed", String.class, String.class)), row.getLong("read_to"));
  }

  @Override
  public CompletionStage<Done> keep(Spreading spreading) {
    Lap lap = spreading.lap();
    return session
        .executeAsync(SimpleStatement.newInstance(
            ("INSERT INTO %s (topic, completed, target, goods, lap_begin, lap_at, lap_wrapped, done, failed, read_to)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").formatted(table),
            topic, spreading.completed(), spreading.target(), spreading.goods(), lap.begin(), lap.at(), lap.wrapped(),
            spreading.done(), spreading.failed(), spreading.read()))
        .thenApply(result -> Done.getInstance());
  }
}
