package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import kongo.local.SharedStores;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.simulator.Bounds;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rule books change while everything runs. */
@Timeout(600)
class RuleBooksIT {

  private Cluster cluster;

  @AfterEach
  void close() {
    cluster.close();
  }

  /** One node is lost while the first spreads, all are while the last does, which changes what was from the middle on. */
  @Test
  void areTakenByAllWhileReadingsFlowAndNodesAreKilled(@TempDir Path folder) throws Exception {
    Path slowly = Files.writeString(folder.resolve("node.conf"), "kongo.ingest.books-at-once = 2");
    Ground ground = Ground.in(SharedStores.get(), "rule-books");
    cluster = Cluster.start(2, ground, Map.of("KONGO_CONFIG", slowly.toString()));
    cluster.awaitReady();
    Traffic traffic = Traffic.begin(ground, steady(), Pace.rate(600));
    ground.awaitMoreViolations(100);

    ground.publish("{\"book\":{\"rules\":{\"cool\":{\"metric\":\"temperature\"}}}}".getBytes(StandardCharsets.UTF_8));
    long first = ground.publish(new RuleBookRecord(RuleHistory.EVER, drier("55"), "test", "it was too dry"));
    cluster.kill(0);
    cluster.awaitBack(0);
    awaitCompleted(0, first);
    awaitCompleted(1, first);
    await("one node tells that nothing is left of the topic").atMost(Duration.ofMinutes(3)).until(
        () -> Stream.of(0, 1).anyMatch(node -> cluster.metrics(node).contains("kongo_lag{partition=\"0\",topic=\"" + ground.topics().rules() + "\"} 0.0")));
    assertThat(cluster.body(1, "/rules"))
        .contains("\"by\":\"test\",\"comment\":\"it was too dry\"", "\"reason\":\"invalid-rule-book\"", "\"completed\":" + first);

    long scheduled = ground.publish(new RuleBookRecord(ground.newestViolation() + Duration.ofDays(300).toMillis(), RuleBooks.parse("settle = 30s, rules {}", "none"), "test", ""));
    awaitCompleted(0, scheduled);
    long last = ground.publish(new RuleBookRecord(ground.middleViolation(), drier("50"), "test", ""));
    await("it spreads").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(50)).until(
        () -> Stream.of(0, 1).anyMatch(node -> cluster.said(node).contains("Rule books of version " + last + " begin to spread")));
    cluster.kill(0);
    cluster.kill(1);
    cluster.awaitBackAgain(0, 2);
    cluster.awaitBackAgain(1, 1);
    awaitCompleted(0, last);

    traffic.end();
    Verdict verdict = ground.verify(Duration.ofMinutes(5));
    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    assertThat(verdict.deadLetters()).isPositive();
    assertThat(ground.revisionsCausedBy(first)).isNotEmpty();
    // It changes nothing. But what a Goods has not told yet, since a node was lost, it tells together with the newest that it has heard.
    assertThat(ground.revisionsCausedBy(scheduled)).hasSizeLessThan(ground.revisionsCausedBy(first).size() / 4);
    assertThat(ground.revisionsCausedBy(last)).isNotEmpty();
  }

  private void awaitCompleted(int node, long version) {
    await("all have the books of version " + version)
        .atMost(Duration.ofMinutes(4))
        .until(() -> cluster.metrics(node).contains("kongo_rules_completed " + version + ".0"));
  }

  private static RuleBook drier(String humidity) throws IOException {
    try (InputStream shipped = RuleBooks.class.getResourceAsStream("/kongo/rules/rules.conf")) {
      String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      String changed = text.replace("metric = humidity, max = 60", "metric = humidity, max = " + humidity).replace("illuminance, max = 500", "illuminance, max = 900").replace("settle = 30s", "settle = 0s");
      assertThat(changed).contains("max = " + humidity, "max = 900", "settle = 0s");
      return RuleBooks.parse(changed, "drier");
    }
  }

  private static Simulation steady() {
    Share some = new Share(0.1, Duration.ofMinutes(10));
    Disorder disorder = new Disorder(some, some, Duration.ofMinutes(2), some, false, 0.002);
    return new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.NONE, disorder, 4);
  }
}
