package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The leases of a keyspace: rows that have one owner at a time and end by themselves. */
public final class LeaseRows {

  private static final String PROFILE = "kongo-lease";

  private final CqlSession session;
  private final String table;

  public LeaseRows(CqlSession session, String keyspace) {
    this.session = session;
    this.table = keyspace + ".lease";
  }

  /**
   * Who holds a lease.
   *
   * @param owner of the lease; unique for each holder's life
   * @param members what the owner wrote beside it, may be empty
   */
  public record Holding(String owner, String members) {}

  /**
   * A lease as it was at a glance.
   *
   * @param left until it ends unless it is renewed
   */
  public record Glance(String owner, Duration left) {}

  /** Takes the lease if nobody has it; answers who has it then. */
  public CompletionStage<Holding> take(String name, Holding holding, Duration ttl) {
    var insert = "INSERT INTO %s (name, owner, members) VALUES (?, ?, ?) IF NOT EXISTS USING TTL ?".formatted(table);
    return run(insert, name, holding.owner(), holding.members(), seconds(ttl))
        .thenApply(result -> result.wasApplied() ? holding : holding(result.one()));
  }

  /** Extends the lease if the owner of {@code holding} has it; answers who has it, nobody if it has ended. */
  public CompletionStage<Optional<Holding>> renew(String name, Holding holding, Duration ttl) {
    return replace(name, holding.owner(), holding, ttl);
  }

  /** Hands the lease from one owner to another; answers who has it then. */
  public CompletionStage<Optional<Holding>> replace(String name, String owner, Holding holding, Duration ttl) {
    var update = "UPDATE %s USING TTL ? SET owner = ?, members = ? WHERE name = ? IF owner = ?".formatted(table);
    return run(update, seconds(ttl), holding.owner(), holding.members(), name, owner)
        .thenCompose(result -> result.wasApplied() ? done(Optional.of(holding)) : holder(name));
  }

  private static <T> CompletionStage<T> done(T value) {
    return java.util.concurrent.CompletableFuture.completedFuture(value);
  }

  /** Ends the lease if the owner has it. */
  public CompletionStage<Boolean> release(String name, String owner) {
    return run("DELETE FROM %s WHERE name = ? IF owner = ?".formatted(table), name, owner)
        .thenApply(AsyncResultSet::wasApplied);
  }

  /** Who holds the lease, as the last transaction left it. */
  public CompletionStage<Optional<Holding>> holder(String name) {
    var select =
        SimpleStatement.newInstance("SELECT owner, members FROM %s WHERE name = ?".formatted(table), name)
            .setConsistencyLevel(com.datastax.oss.driver.api.core.DefaultConsistencyLevel.SERIAL);
    return session.executeAsync(select.setExecutionProfileName(PROFILE)).thenApply(LeaseRows::optionalHolding);
  }

  /** As {@link #holder}, but by an ordinary read: it costs little and may miss a transaction that is under way. */
  public CompletionStage<Optional<Glance>> glance(String name) {
    return run("SELECT owner, TTL(owner) AS seconds_left FROM %s WHERE name = ?".formatted(table), name)
        .thenApply(result -> Optional.ofNullable(result.one()).filter(row -> !row.isNull("owner")).map(LeaseRows::glance));
  }

  private static Glance glance(Row row) {
    return new Glance(row.getString("owner"), Duration.ofSeconds(row.getInt("seconds_left")));
  }

  private static Optional<Holding> optionalHolding(AsyncResultSet result) {
    return Optional.ofNullable(result.one()).filter(row -> row.getString("owner") != null).map(LeaseRows::holding);
  }

  private static Holding holding(Row row) {
    return new Holding(text(row, "owner"), text(row, "members"));
  }

  private static String text(Row row, String column) {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private CompletionStage<AsyncResultSet> run(String cql, Object... values) {
    return session.executeAsync(SimpleStatement.newInstance(cql, values).setExecutionProfileName(PROFILE));
  }

  private static int seconds(Duration ttl) {
    return Math.toIntExact(Math.max(1, ttl.toSeconds()));
  }
}
