package kongo.host.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kongo.host.NodeConfigs;
import kongo.host.settings.NodeConfig;
import kongo.host.store.CassandraConnection;
import kongo.host.store.LeaseRows;
import kongo.host.store.SchemaCreation;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.coordination.lease.javadsl.Lease;
import org.apache.pekko.coordination.lease.javadsl.LeaseProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(900)
class CassandraLeaseIT {

  private final NodeConfig config = NodeConfigs.atSharedStores("kongo-lease { heartbeat-timeout = 5s, heartbeat-interval = 500ms }");
  private final String keyspace = config.settings().cassandra().keyspace();
  private CqlSession session;
  private ActorSystem first;
  private ActorSystem second;

  @BeforeEach
  void start() {
    session = CassandraConnection.await(config.config(), config.settings().cassandra());
    new SchemaCreation(session, config.settings().cassandra()).ensure();
    first = system();
    second = system();
  }

  private ActorSystem system() {
    var leases = new LeaseSetup();
    leases.use(new LeaseRows(session, keyspace));
    Config local =
        ConfigFactory.empty().withValue("pekko.actor.provider", ConfigValueFactory.fromAnyRef("local")).withFallback(config.config());
    return ActorSystem.create("lease", ActorSystemSetup.create(BootstrapSetup.create(local), leases));
  }

  @AfterEach
  void end() {
    first.terminate();
    second.terminate();
    session.execute("DROP KEYSPACE IF EXISTS " + keyspace);
    session.close();
  }

  @Test
  void hasOneHolder() {
    Lease one = lease(first, "one");
    Lease two = lease(second, "two");

    assertThat(acquire(one)).isTrue();
    assertThat(acquire(two)).isFalse();
    assertThat(one.checkLease()).isTrue();
    assertThat(two.checkLease()).isFalse();
    assertThat(acquire(one)).as("again").isTrue();

    assertThat(one.release().toCompletableFuture().join()).isTrue();
    assertThat(one.checkLease()).isFalse();
    assertThat(acquire(two)).isTrue();
  }

  @Test
  void isKeptByRenewalBeyondItsTimeToLive() throws Exception {
    Lease one = lease(first, "one");
    assertThat(acquire(one)).isTrue();

    assertThat(acquireAfter(lease(second, "two"), 8_000))
        .isFalse();
    assertThat(one.checkLease()).isTrue();
  }

  @Test
  void endsAfterItsHolder() throws Exception {
    assertThat(acquire(lease(first, "one"))).isTrue();
    first.terminate();
    first.getWhenTerminated().toCompletableFuture().join();

    Lease two = lease(second, "two");
    int attempts = 0;
    while (!acquireAfter(two, 250)) {
      assertThat(attempts++).isLessThan(240);
    }
    assertThat(attempts).isGreaterThan(2);
  }

  @Test
  void ofAnOwnerThatWasStartedAgainIsAnothersLease() {
    assertThat(acquire(lease(first, "one"))).isTrue();

    assertThat(acquire(lease(second, "one"))).isFalse();
  }

  @Test
  void tellsItsHolderThatItWasLost() throws Exception {
    Lease one = lease(first, "one");
    var lost = new CompletableFuture<Optional<Throwable>>();
    assertThat(one.acquire(lost::complete).toCompletableFuture().join()).isTrue();

    session.execute("UPDATE " + keyspace + ".lease SET owner = 'thief' WHERE name = 'name' IF EXISTS");

    assertThat(lost.get(60, TimeUnit.SECONDS)).isEmpty();
    assertThat(one.checkLease()).isFalse();
  }

  @Test
  void tellsItsHolderWhenItCannotBeRenewed() throws Exception {
    Lease one = lease(first, "one");
    var lost = new CompletableFuture<Optional<Throwable>>();
    assertThat(one.acquire(lost::complete).toCompletableFuture().join()).isTrue();

    session.close();

    assertThat(lost.get(60, TimeUnit.SECONDS)).isPresent();
    session = CassandraConnection.await(config.config(), config.settings().cassandra());
  }

  private static Lease lease(ActorSystem system, String owner) {
    return LeaseProvider.get(system).getLease("name", "kongo-lease", owner);
  }

  private static boolean acquire(Lease lease) {
    return lease.acquire().toCompletableFuture().join();
  }

  private static boolean acquireAfter(Lease lease, long millis) {
    return CompletableFuture.supplyAsync(() -> acquire(lease), CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)).join();
  }
}
