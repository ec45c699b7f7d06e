package kongo.host.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import kongo.host.ExitStatus;
import kongo.host.NodeConfigs;
import kongo.host.settings.NodeConfig;
import kongo.host.store.CassandraConnection;
import kongo.host.store.LeaseRows;
import kongo.host.store.LeaseRows.Holding;
import kongo.host.store.SchemaCreation;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(540)
class LeaseOfManyIT {

  private static final String CLUSTER = "cluster";

  private final NodeConfig config =
      NodeConfigs.atSharedStores("pekko.cluster.downing-provider-class = \"\", kongo.cluster.lease-ttl = 10s");
  private final AtomicInteger writesOfFirst = new AtomicInteger();
  private final AtomicInteger writesOfSecond = new AtomicInteger();
  private final CompletableFuture<ExitStatus> secondHalted = new CompletableFuture<>();
  private CqlSession session;
  private LeaseRows leases;
  private ActorSystem<?> first;
  private ActorSystem<?> second;

  @BeforeEach
  void connect() {
    session = CassandraConnection.await(config.config(), config.settings().cassandra());
    new SchemaCreation(session, config.settings().cassandra()).ensure();
    leases = new LeaseRows(session, config.settings().cassandra().keyspace());
    first = system(config);
    second = system(config);
  }

  @AfterEach
  void end() {
    first.terminate();
    second.terminate();
    session.execute("DROP KEYSPACE IF EXISTS " + config.settings().cassandra().keyspace());
    session.close();
  }

  @Test
  void isRenewedByTheOldestAloneAndByTheNextWhenThatFails() throws Exception {
    Formation oldest = form(first, config, writesOfFirst, new CompletableFuture<>());
    Address address = Cluster.get(first).selfMember().address();
    String seed = "kongo.cluster.seed-nodes = \"127.0.0.1:%d\"".formatted(address.getPort().orElseThrow());
    NodeConfig joining = NodeConfigs.with(config, seed);
    try (Formation next = form(second, joining, writesOfSecond, secondHalted)) {
      String owner = holder().owner();
      int before = writesOfFirst.get();
      until(() -> writesOfFirst.get() >= before + 5);
      assertThat(writesOfSecond).hasValue(0);

      oldest.close();
      until(() -> writesOfSecond.get() > 0);
      assertThat(holder().owner()).isEqualTo(owner);

      leases.replace(CLUSTER, owner, new Holding("strangers", ""), Duration.ofSeconds(60)).toCompletableFuture().join();
      assertThat(secondHalted.get(30, TimeUnit.SECONDS)).isEqualTo(ExitStatus.FENCED);
      assertThat(next.up().toCompletableFuture()).isDone();
    } finally {
      oldest.close();
    }
  }

  /** Returns when it is a member and knows the lease. */
  private Formation form(
      ActorSystem<?> system, NodeConfig node, AtomicInteger writes, CompletableFuture<ExitStatus> halted) {
    var rows = new LeaseRows(counting(writes), node.settings().cassandra().keyspace());
    var formation = Formation.start(system, node.settings().cluster(), rows, (status, sentence) -> halted.complete(status));
    formation.up().toCompletableFuture().join();
    return formation;
  }

  private static ActorSystem<?> system(NodeConfig config) {
    return ActorSystem.create(Behaviors.empty(), "kongo", config.config());
  }

  private Holding holder() {
    return leases.holder(CLUSTER).toCompletableFuture().join().orElseThrow();
  }

  /** Counts the transactions on their way to Cassandra. */
  private CqlSession counting(AtomicInteger writes) {
    return (CqlSession)
        Proxy.newProxyInstance(
            CqlSession.class.getClassLoader(),
            new Class<?>[] {CqlSession.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof SimpleStatement statement && !statement.getQuery().startsWith("SELECT")) {
                writes.incrementAndGet();
              }
              try {
                return method.invoke(session, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
