package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kongo.local.SharedStores;
import kongo.protocol.Reason;
import kongo.replay.Journal;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.replay.LedgerText;
import kongo.replay.Replay;
import kongo.replay.Replayed;
import kongo.rules.RuleBooks;
import kongo.simulator.Bounds;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.Difference;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.verify.VerifySettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two days of eight hours with a retention of 40 minutes: what is older is deleted while the node works, and what comes
 * late is corrected from what is kept, or refused.
 */
@Timeout(900)
class OldRowsIT {

  private static final Duration RETENTION = Duration.ofMinutes(40);
  private static final int SNAPSHOT_EVERY = 20;
  private static final Duration DAY = Duration.ofHours(8);

  /** Some of what is late is later than the retention. */
  private static final Disorder LATE =
      new Disorder(
          new Share(0.2, Duration.ofMinutes(30)), new Share(0.1, Duration.ofMinutes(50)), Duration.ofMinutes(5),
          new Share(0.1, Duration.ofMinutes(30)), true, 0.01);

  private static final String CONFIG =
      """
      kongo.law.retention = 40m
      kongo.location.readings-in-memory = 50
      kongo.goods.in-memory = 50
      kongo.actors.snapshot-every-events = %d
      kongo.ingest.harmless-readings.per-location = 10
      pekko.persistence.cassandra.journal.target-partition-size = 64
      """.formatted(SNAPSHOT_EVERY);

  @Test
  void whatIsOldIsDeletedAndWhatIsKeptIsExact(@TempDir Path folder) throws Exception {
    Ground ground = Ground.in(SharedStores.get(), "old-rows");
    Path config = Files.writeString(folder.resolve("node.conf"), CONFIG);
    try (Cluster cluster = Cluster.start(1, ground, Map.of("KONGO_CONFIG", config.toString()))) {
      cluster.awaitReady();
      Traffic traffic = Traffic.begin(ground, day(0), Pace.rate(2_000));
      ground.awaitMoreViolations(300);
      cluster.kill(0);
      cluster.awaitBack(0);
      traffic.delivered().get();
      assertClean(ground);

      ground.send(day(1), Pace.max());
      Verdict verdict = assertClean(ground);
      assertThat(verdict.deadLetters()).isPositive();
      assertThat(ground.deadLetters()).anyMatch(letter -> reason(letter).equals(Reason.TOO_LATE.header()));
      assertBounded(ground);
      assertJournaled(ground, verdict);
    }
  }

  private static String reason(ConsumerRecord<byte[], byte[]> letter) {
    return new String(letter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8);
  }

  private static Simulation day(int number) {
    Instant start = ClassicSettings.START.plus(Duration.ofHours(12).multipliedBy(number));
    SteadySettings settings =
        new SteadySettings(
            2, start, 80, 6, 12, 1_000, Duration.ofHours(9), 0.02, 0.2, Duration.ofSeconds(90), Duration.ofMinutes(25),
            Duration.ofMinutes(90), Duration.ofMinutes(12), 0.4, 0.1,
            SteadySettings.DENSE.journeys());
    return new Simulation(new SteadyWorld(settings), Bounds.ofSpan(DAY), LATE, 5 + number);
  }

  private static Verdict assertClean(Ground ground) throws Exception {
    Verdict verdict = ground.verify(settings(ground));
    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    return verdict;
  }

  private static VerifySettings settings(Ground ground) {
    return ground.settings(Duration.ofMinutes(5), RETENTION);
  }

  /** On some trucks something from the first day goes on: of those the rows since then are kept. */
  private static void assertBounded(Ground ground) {
    try (JournalRows rows = new JournalRows(ground)) {
      Map<String, Long> last = rows.last();
      List<String> lived = last.keySet().stream().filter(id -> id.startsWith("Location|") && last.get(id) > 300).toList();
      assertThat(lived).as("last rows of all: %s", last).hasSizeGreaterThan(5);
      await("old rows are deleted").atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
        Map<String, Long> left = rows.count();
        assertThat(lived).as("rows left of all: %s", left).allMatch(id -> left.get(id) < last.get(id) * 9 / 10);
        assertThat(lived.stream().filter(id -> left.get(id) < last.get(id) / 2)).hasSizeGreaterThan(lived.size() / 2);
        assertThat(rows.countSnapshots().values()).allMatch(count -> count <= 3);
      });
    }
  }

  private static void assertJournaled(Ground ground, Verdict verdict) {
    try (Journal journal = ground.journal()) {
      LedgerResult ledger = Ledger.balance(settings(ground), journal, true, 0, line -> {});
      assertThat(ledger.isClean()).as(LedgerText.of(ledger)).isTrue();
      assertThat(ledger.total().deleted()).isPositive();

      Replayed replayed = Replay.run(journal, List.of(RuleBooks.shipped()), RETENTION, line -> {});
      assertThat(replayed.completeFrom()).isGreaterThan(ClassicSettings.START.plus(Duration.ofHours(18)).toEpochMilli());
      assertThat(replayed.faults().isNone()).isTrue();
      var published = replayed.comparable(verdict.observed(), replayed.violations().get(0));
      assertThat(published).hasSizeGreaterThan(10);
      Difference difference = Difference.between(published, replayed.comparable(replayed.violations().get(0)));
      assertThat(difference.isNone()).as(VerdictText.of(difference)).isTrue();
    }
  }
}
