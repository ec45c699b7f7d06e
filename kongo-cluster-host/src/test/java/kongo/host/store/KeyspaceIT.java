package kongo.host.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kongo.host.ExitStatus;
import kongo.host.NodeConfigs;
import kongo.host.StartFailure;
import kongo.host.settings.CassandraSettings;
import kongo.host.settings.NodeConfig;
import kongo.host.violations.SavedViolations;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.cassandra.KeyspaceAndTableStatements;
import org.apache.pekko.persistence.cassandra.PluginSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(360)
class KeyspaceIT {

  private final NodeConfig config = NodeConfigs.atSharedStores("");
  private final CassandraSettings settings = config.settings().cassandra();
  private CqlSession session;

  @BeforeEach
  void connect() {
    session = CassandraConnection.await(config.config(), settings);
  }

  @AfterEach
  void disconnect() {
    session.execute("DROP KEYSPACE IF EXISTS " + settings.keyspace());
    session.close();
  }

  @Test
  void isCreatedOnceByNodesThatStartTogether() {
    var starts =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.runAsync(() -> new SchemaCreation(session, settings).ensure()))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(starts).join();

    assertThat(tables()).containsExactlyInAnyOrderElementsOf(Schema.TABLES);
    new SchemaCreation(session, settings).ensure();
  }

  @Test
  void hasTheTablesThatTheJournalExpects() {
    new SchemaCreation(session, settings).ensure();
    List<String> ours = Schema.TABLES.subList(2, 5).stream().map(this::columns).toList();
    session.execute("DROP KEYSPACE " + settings.keyspace());
    createAsThePluginDoes();

    assertThat(ours).isEqualTo(Schema.TABLES.subList(2, 5).stream().map(this::columns).toList());
  }

  @Test
  void isAskedForWhereItMustNotBeCreated() {
    CassandraSettings never = NodeConfigs.atSharedStores("kongo.cassandra.create-schema = off").settings().cassandra();

    assertThatThrownBy(() -> new SchemaCreation(session, never).ensure())
        .isInstanceOfSatisfying(StartFailure.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.REFUSED))
        .hasMessageContaining("kongo/schema.cql");
  }

  @Test
  void belongsToItsFirstRuleBook() {
    new SchemaCreation(session, settings).ensure();
    var claims = new KeyspaceClaims(session, settings.keyspace());
    claims.claimRuleBook("a".repeat(64));
    claims.claimRuleBook("a".repeat(64));

    assertThatThrownBy(() -> claims.claimRuleBook("b".repeat(64)))
        .isInstanceOfSatisfying(StartFailure.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.REFUSED))
        .hasMessageContaining("kongo.rules.file")
        .hasMessageContaining("empty keyspace");
  }

  @Test
  void belongsToItsRetention() {
    new SchemaCreation(session, settings).ensure();
    var claims = new KeyspaceClaims(session, settings.keyspace());
    claims.claimLaw("law.retention", Duration.ofDays(30));
    claims.claimLaw("law.retention", Duration.ofHours(30 * 24));
    claims.claimLaw("law.max-ahead", Duration.ofDays(1));
    claims.claimLaw("law.earliest", Instant.parse("2000-01-01T00:00:00Z"));
    claims.claimLaw("law.earliest", Instant.parse("2000-01-01T00:00:00Z"));
    assertThatThrownBy(() -> claims.claimLaw("law.earliest", Instant.EPOCH)).hasMessageContaining("kongo.law.earliest = 2000-01-01T00:00:00Z, this node has 1970");

    assertThatThrownBy(() -> claims.claimLaw("law.retention", Duration.ofDays(31)))
        .isInstanceOfSatisfying(StartFailure.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.REFUSED))
        .hasMessageContaining("kongo.law.retention = 2592000000ms")
        .hasMessageContaining("empty keyspace");
  }

  @Test
  void keepsTheOpenViolationsThatWereSaved() {
    new SchemaCreation(session, settings).ensure();
    var rows = new SavedViolationRows(session, settings.keyspace(), "violations");
    var saved = new SavedViolations(Map.of(0, 7L, 11, 3L), List.of(), Map.of("a", 2L), true);

    assertThat(rows.last()).isEmpty();
    rows.keep(saved);
    assertThat(rows.last()).contains(saved);

    session.execute("INSERT INTO %s.open_violations (topic, saved) VALUES ('violations', 0x00)".formatted(settings.keyspace()));
    assertThat(rows.last()).isEmpty();
  }

  @Test
  void belongsToItsTopicsUntilTheNextEpoch() {
    new SchemaCreation(session, settings).ensure();
    var claims = new KeyspaceClaims(session, settings.keyspace());
    claims.claimTopic(new TopicIdentity("sensors", "a", 12), 0);
    claims.claimTopic(new TopicIdentity("sensors", "a", 12), 0);
    claims.claimJournalPartitionSize(20_000);

    for (var other : List.of(new TopicIdentity("sensors", "a", 24), new TopicIdentity("sensors", "b", 12))) {
      assertThatThrownBy(() -> claims.claimTopic(other, 0))
          .isInstanceOfSatisfying(StartFailure.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.REFUSED))
          .hasMessageContaining("it has 12 partitions and the id a")
          .hasMessageContaining("kongo.kafka.epoch = 1");
    }
    claims.claimTopic(new TopicIdentity("sensors", "b", 24), 1);
    assertThatThrownBy(() -> claims.claimJournalPartitionSize(500_000)).hasMessageContaining("20000");
  }

  @Test
  void isOfItsNewestEpoch() {
    new SchemaCreation(session, settings).ensure();
    var claims = new KeyspaceClaims(session, settings.keyspace());
    claims.claimEpoch(0);
    claims.claimEpoch(3);
    claims.claimEpoch(3);

    assertThatThrownBy(() -> claims.claimEpoch(2))
        .isInstanceOfSatisfying(StartFailure.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.REFUSED))
        .hasMessageContaining("is of epoch 3")
        .hasMessageContaining("set it to 3");
  }

  private void createAsThePluginDoes() {
    var system = ActorSystem.create("plugin", config.config().getConfig("pekko").atPath("pekko").withValue(
        "pekko.actor.provider", com.typesafe.config.ConfigValueFactory.fromAnyRef("local")).withFallback(config.config()));
    try {
      var statements = new KeyspaceAndTableStatements(system, "pekko.persistence.cassandra", PluginSettings.apply(system));
      session.execute(statements.createJournalKeyspaceStatement());
      statements.getCreateJournalTablesStatements().forEach(session::execute);
      statements.getCreateSnapshotTablesStatements().forEach(session::execute);
    } finally {
      system.terminate();
    }
  }

  private List<String> tables() {
    return session.execute("SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", settings.keyspace())
        .map(row -> row.getString("table_name"))
        .all();
  }

  private String columns(String table) {
    return session
        .execute(
            "SELECT column_name, type, kind, position, clustering_order FROM system_schema.columns WHERE keyspace_name = ? AND table_name = ?",
            settings.keyspace(),
            table)
        .map(row -> row.getFormattedContents())
        .all()
        .toString();
  }
}
