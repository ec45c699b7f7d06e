package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kongo.local.SharedStores;
import kongo.reference.Acceptance;
import kongo.replay.AuditReport;
import kongo.replay.Journal;
import kongo.replay.JournalAudit;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.replay.LedgerText;
import kongo.replay.Replay;
import kongo.replay.Replayed;
import kongo.replay.Span;
import kongo.replay.WhatIf;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.simulator.Bounds;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.ComparedFields;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the journals say of a disordered world; at first of sound ones, at last of journals with planted faults. */
@Timeout(720)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static Ground ground;
  private static Verdict verdict;

  @BeforeAll
  static void runAWorld(@TempDir Path folder) throws Exception {
    ground = Ground.in(SharedStores.get(), "replay");
    // so small that most journals of Locations are in several partitions
    Path config = Files.writeString(folder.resolve("node.conf"), "pekko.persistence.cassandra.journal.target-partition-size = 4");
    try (Cluster cluster = Cluster.start(1, ground, Map.of("KONGO_CONFIG", config.toString()))) {
      cluster.awaitReady();
      Share some = new Share(0.2, Duration.ofMinutes(20));
      Disorder disorder = new Disorder(some, some, Duration.ofMinutes(5), some, true, 0.01);
      ground.send(new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(10_000), disorder, 7), Pace.max());
      verdict = ground.verify(PATIENCE);
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    }
  }

  @Test
  @Order(1)
  void replayFindsWhatWasPublished() {
    try (Journal journal = ground.journal()) {
      assertThat(journal.ids()).anyMatch(id -> id.lastPartition() > 0);

      Replayed replayed = Replay.run(journal, List.of(RuleBooks.shipped()), Acceptance.DEFAULT_RETENTION, line -> {});

      assertThat(replayed.faults().isNone()).isTrue();
      assertThat(ComparedFields.digest(replayed.violations().get(0))).isEqualTo(ComparedFields.digest(verdict.observed()));
      assertThat(journal.ruleBook()).contains(RuleBooks.shipped().hash());
    }
  }

  @Test
  @Order(1)
  void otherRulesFindOtherViolations() {
    RuleBook other = RuleBooks.parse("rules { dry { metric = humidity, max = 70, for = [DRY] } }", "other");
    try (Journal journal = ground.journal()) {
      Replayed replayed = Replay.run(journal, List.of(RuleBooks.shipped(), other), Acceptance.DEFAULT_RETENTION, line -> {});
      WhatIf whatIf = WhatIf.between(replayed.violations().get(0), replayed.violations().get(1), Span.ALWAYS);

      assertThat(whatIf.gone()).extracting(violation -> violation.rule()).contains("chilled", "overload").doesNotContain("expired");
      assertThat(whatIf.lines()).hasSize(whatIf.added().size() + whatIf.gone().size() + whatIf.changed().size());
    }
  }

  @Test
  @Order(1)
  void theLedgerBalancesAndTheAuditFindsNothing() throws Exception {
    LedgerResult ledger = ledger();

    assertThat(ledger.isClean()).as(LedgerText.of(ledger)).isTrue();
    assertThat(ledger.total().records()).isEqualTo(verdict.inputs());
    assertThat(ledger.total().duplicates()).isEqualTo(verdict.duplicates()).isPositive();
    assertThat(ledger.total().deadLetters()).isEqualTo(verdict.deadLetters()).isPositive();
  }

  @Test
  @Order(2)
  void aMissingRowIsFoundByAll() throws Exception {
    try (JournalRows rows = new JournalRows(ground)) {
      List<JournalRows.Key> keys = rows.ofReadings();
      JournalRows.Key key = keys.get(keys.size() / 2);
      rows.delete(key);

      LedgerResult ledger = ledger();
      assertThat(ledger.residual().count()).as(LedgerText.of(ledger)).isPositive();
      assertThat(ledger.residual().first()).allMatch(each -> each.startsWith(ground.topics().sensors() + "/"));
      assertThat(ledger.isClean()).isFalse();
      assertThat(audit().faults().gaps().first()).contains(key.persistenceId() + " " + key.sequenceNr() + " is missing");
      try (Journal journal = ground.journal()) {
        assertThat(Replay.run(journal, List.of(RuleBooks.shipped()), Acceptance.DEFAULT_RETENTION, line -> {}).faults().isNone()).isFalse();
      }
    }
  }

  @Test
  @Order(3)
  void aSecondWriterAndASpoiltEventAreFound() {
    try (JournalRows rows = new JournalRows(ground)) {
      List<JournalRows.Key> keys = rows.ofReadings();
      JournalRows.Key again = keys.get(0);
      rows.writeAgain(again);
      // in another journal: of the one that was written again, no row after it counts
      rows.spoil(keys.stream().filter(key -> !key.persistenceId().equals(again.persistenceId())).findFirst().orElseThrow());

      AuditReport audit = audit();
      assertThat(audit.faults().writtenTwice().first())
          .singleElement().asString().startsWith(again.persistenceId() + " " + again.sequenceNr() + ", by");
      assertThat(audit.faults().undecodable().count()).isEqualTo(1);
      assertThat(audit.isClean()).isFalse();
    }
  }

  private static LedgerResult ledger() throws Exception {
    try (Journal journal = ground.journal()) {
      return Ledger.run(ground.settings(PATIENCE), journal, true, line -> {});
    }
  }

  private static AuditReport audit() {
    try (Journal journal = ground.journal()) {
      return JournalAudit.run(journal, line -> {});
    }
  }
}
