package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kongo.local.LocalStores;
import kongo.local.SharedStores;
import kongo.local.StoreProcess;
import kongo.local.Supervisor;
import kongo.simulator.Bounds;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(720)
class StartIT {

  private final LocalStores stores = SharedStores.get();

  @Test
  void waitsForMissingStores() throws Exception {
    Ground ground = Ground.in(stores, "missing-stores");
    stores.kafka().process().stop();
    stores.cassandra().process().stop();
    try (Cluster cluster = Cluster.start(1, ground)) {
      cluster.awaitWords(0, "Waiting for Cassandra at " + stores.cassandra().contactPoint());
      assertThat(cluster.isReady(0)).isFalse();

      bringBack(stores.cassandra().process());
      cluster.awaitWords(0, "Waiting for Kafka at " + stores.kafka().bootstrap());
      assertThat(cluster.isReady(0)).isFalse();

      bringBack(stores.kafka().process());
      cluster.awaitReady();

      ground.send(
          new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(3_000), Disorder.NONE, 5), Pace.max());
      Verdict verdict = ground.verify(Duration.ofMinutes(5));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      assertThat(cluster.restarts(0)).isZero();
    } finally {
      bringBack(stores.cassandra().process());
      bringBack(stores.kafka().process());
    }
  }

  private static void bringBack(StoreProcess store) {
    if (!store.alive()) {
      store.start();
      store.awaitReady(Duration.ofMinutes(5));
    }
  }

  @Test
  void refusesAnotherRuleBookThanTheDatas(@TempDir Path folder) throws Exception {
    Ground ground = Ground.in(stores, "rule-book");
    try (Cluster first = Cluster.start(1, ground)) {
      first.awaitWords(0, "is that of the data");
    }
    Path other = Files.writeString(
        folder.resolve("other.conf"), "hold = 90m\nrules { cold { metric = temperature, max = 5, for = [MEDICINAL] } }\n");

    try (Cluster second = Cluster.start(1, ground, Map.of("KONGO_RULES", other.toString()))) {
      assertThat(second.awaitEnd(0)).isEqualTo(Supervisor.REFUSED);
      assertThat(second.said(0))
          .contains("The data in keyspace rule_book belongs to the rule book").contains("start it with the book of the data");
    }
  }
}
