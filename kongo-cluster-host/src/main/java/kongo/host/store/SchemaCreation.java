package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import kongo.host.ExitStatus;
import kongo.host.StartFailure;
import kongo.host.settings.CassandraSettings;
import kongo.host.store.LeaseRows.Holding;

/** Brings a keyspace to have all tables; tables are created by one node at a time, the others wait. */
public final class SchemaCreation {

  private static final String LEASE = "schema";
  private static final Duration LEASE_TTL = Duration.ofSeconds(30);
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final Duration RETRY = Duration.ofMillis(200);

  private final CqlSession session;
  private final CassandraSettings settings;
  private final Schema schema;
  private final LeaseRows leases;

  public SchemaCreation(CqlSession session, CassandraSettings settings) {
    this.session = session;
    this.settings = settings;
    this.schema = Schema.of(settings);
    this.leases = new LeaseRows(session, settings.keyspace());
  }

  /** @throws StartFailure if tables are missing and cannot or must not be created */
  public void ensure() {
    CassandraOutage.outlast(() -> {
      tryToEnsure();
      return schema;
    });
  }

  private void tryToEnsure() {
    if (isComplete()) {
      return;
    }
    if (!settings.createSchema()) {
      throw new StartFailure(
          ExitStatus.REFUSED,
          "The keyspace %s lacks the tables %s and kongo.cassandra.create-schema is off: run kongo/schema.cql with cqlsh."
              .formatted(settings.keyspace(), missing()));
    }
    execute(schema.keyspace());
    execute(schema.leaseTable());
    awaitAgreement();
    createOtherTablesAlone();
  }

  private void createOtherTablesAlone() {
    var self = new Holding(UUID.randomUUID().toString(), "");
    await("the lease to create tables", () -> isComplete() || holdsLease(self));
    try {
      if (!isComplete()) {
        schema.otherTables().forEach(this::execute);
        awaitAgreement();
      }
    } finally {
      leases.release(LEASE, self.owner()).toCompletableFuture().join();
    }
  }

  private boolean holdsLease(Holding self) {
    return leases.take(LEASE, self, LEASE_TTL).toCompletableFuture().join().equals(self);
  }

  private boolean isComplete() {
    return missing().isEmpty() && session.checkSchemaAgreement();
  }

  private List<String> missing() {
    var select = "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?";
    List<String> there = new ArrayList<>();
    session.execute(select, settings.keyspace()).forEach(row -> there.add(row.getString("table_name")));
    return Schema.TABLES.stream().filter(table -> !there.contains(table)).toList();
  }

  private void execute(String statement) {
    session.execute(SimpleStatement.newInstance(statement).setTimeout(WAIT));
  }

  private void awaitAgreement() {
    await("all Cassandra nodes to agree on the schema", session::checkSchemaAgreement);
  }

  private void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new StartFailure(
            ExitStatus.START_FAILED, "Waited %d s for %s in vain.".formatted(WAIT.toSeconds(), what));
      }
      Waiting.pause(RETRY);
    }
  }
}
