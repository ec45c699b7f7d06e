package kongo.host.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kongo.host.ExitStatus;
import kongo.host.NodeConfigs;
import kongo.host.settings.NodeConfig;
import kongo.host.store.CassandraConnection;
import kongo.host.store.LeaseRows;
import kongo.host.store.SchemaCreation;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(900)
class FormationIT {

  /** A node that lets others in, but never makes them members: as if it had died in between. */
  private static final String FORGETFUL = "pekko.cluster.leader-actions-interval = 1h";

  private final NodeConfig config = NodeConfigs.atSharedStores("pekko.cluster.downing-provider-class = \"\"");
  private CqlSession session;
  private ActorSystem<?> first;
  private ActorSystem<?> second;

  @BeforeEach
  void start() {
    session = CassandraConnection.await(config.config(), config.settings().cassandra());
    new SchemaCreation(session, config.settings().cassandra()).ensure();
    first = system(config, FORGETFUL);
    Cluster.get(first).manager().tell(Join.create(Cluster.get(first).selfMember().address()));
  }

  private static ActorSystem<?> system(NodeConfig config, String more) {
    return ActorSystem.create(Behaviors.empty(), "kongo", ConfigFactory.parseString(more).withFallback(config.config()));
  }

  @AfterEach
  void end() {
    first.terminate();
    second.terminate();
    session.execute("DROP KEYSPACE IF EXISTS " + config.settings().cassandra().keyspace());
    session.close();
  }

  @Test
  void endsWhenItWasLetInAndForgotten() throws Exception {
    var address = Cluster.get(first).selfMember().address();
    String seed = "kongo.cluster.seed-nodes = \"%s:%s\"".formatted(address.getHost().orElseThrow(), address.getPort().orElseThrow());
    NodeConfig joining = NodeConfigs.with(config, seed);
    second = system(joining, "");
    var halted = new CompletableFuture<ExitStatus>();

    try (Formation formation =
        Formation.start(
            second,
            joining.settings().cluster(),
            new LeaseRows(session, config.settings().cassandra().keyspace()),
            (status, sentence) -> halted.complete(status))) {
      assertThat(halted.get(120, TimeUnit.SECONDS)).isEqualTo(ExitStatus.NOT_JOINED);
      assertThat(Cluster.get(second).selfMember().status()).isEqualTo(MemberStatus.joining());
      assertThat(formation.up().toCompletableFuture()).isNotDone();
    }
  }

  @Test
  void beginsAClusterThatOthersFindWhenAllSeedNodesAreGone() throws Exception {
    NodeConfig orphaned = NodeConfigs.with(config, "kongo.cluster { seed-nodes = \"127.0.0.1:1,127.0.0.1:2\", lease-ttl = 5s }");
    ActorSystem<?> third = system(orphaned, "");
    second = system(orphaned, "");

    try (Formation begun = formation(second, orphaned)) {
      begun.up().toCompletableFuture().get(60, TimeUnit.SECONDS);
      try (Formation found = formation(third, orphaned)) {
        found.up().toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(Cluster.get(second).state().getMembers()).extracting(Member::address)
            .containsExactlyInAnyOrder(Cluster.get(second).selfMember().address(), Cluster.get(third).selfMember().address());
      }
    } finally {
      third.terminate();
    }
  }

  private Formation formation(ActorSystem<?> system, NodeConfig node) {
    LeaseRows leases = new LeaseRows(session, config.settings().cassandra().keyspace());
    return Formation.start(system, node.settings().cluster(), leases, (status, sentence) -> {});
  }
}
