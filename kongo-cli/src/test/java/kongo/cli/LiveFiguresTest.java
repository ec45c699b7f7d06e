package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kongo.protocol.PublishedViolation;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RuleBookRecord;
import kongo.registry.GoodsProfile;
import kongo.registry.Registration;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Kind;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

class LiveFiguresTest {

  private final LiveFigures figures = new LiveFigures();

  @Test
  void countOpenViolationsUntilTheyClose() {
    publish("a", 1, Status.OPEN);
    publish("b", 1, Status.OPEN);
    publish("a", 2, Status.CLOSED);

    assertThat(figures.open(Kind.ENVIRONMENT)).isEqualTo(1);
    assertThat(figures.seen(Kind.ENVIRONMENT)).isEqualTo(2);
    assertThat(figures.open(Kind.OVERLOAD)).isZero();
  }

  @Test
  void ignoreARepeatedOlderRevision() {
    publish("a", 1, Status.OPEN);
    publish("a", 2, Status.CLOSED);
    publish("a", 1, Status.OPEN);

    assertThat(figures.open(Kind.ENVIRONMENT)).isZero();
    assertThat(figures.latest()).hasSize(2);
  }

  @Test
  void showTheLatestFirstWithWhatTheRegistrySaysOfTheGoods() {
    figures.registered(new RegistryRecord("goods-17", new GoodsProfile(5, List.of("T2"), GoodsProfile.NEVER)));
    for (int i = 0; i < 20; i++) {
      publish("v" + i, 1, Status.OPEN);
    }
    publish("last", 1, Status.CLOSED);

    assertThat(figures.latest()).hasSize(8);
    assertThat(figures.latest().get(0)).startsWith("major: goods-17 (T2) in truck-12").endsWith("for 3 min");
  }

  @Test
  void tellOfRuleBooksAmongTheLatest() {
    publish("a", 1, Status.OPEN);
    figures.book(3, new RuleBookRecord(Violations.NOON, RuleBooks.original(), "simulator", "chilled up to 8.4 instead of 8.0"));
    figures.book(4, new RuleBookRecord(RuleHistory.EVER, RuleBooks.original(), "", ""));

    assertThat(figures.books()).isEqualTo(2);
    assertThat(figures.latest().subList(0, 2)).containsExactly(
        "rules: version 4 holds from ever on", "rules: version 3 holds from 2026-11-21T12:00:00Z on: chilled up to 8.4 instead of 8.0");
  }

  @Test
  void forgetWhatIsDeletedFromTheRegistry() {
    figures.registered(new RegistryRecord("g", GoodsProfile.NONE));
    assertThat(figures.goods()).isEqualTo(1);
    figures.registered(new RegistryRecord("g", Registration.DELETED));
    assertThat(figures.goods()).isZero();
    assertThat(figures.locations()).isZero();
  }

  @Test
  void tellTheRateOfTheLastSeconds() {
    figures.input(0, 0);
    figures.input(1_000, 1_000);
    assertThat(figures.inputPerSecond()).isEqualTo(1_000);

    figures.input(1_000, 6_000);
    figures.input(1_000, 11_001);
    assertThat(figures.inputPerSecond()).isZero();
    assertThat(figures.inputRecords()).isEqualTo(1_000);
  }

  @Test
  void tellLatenciesOfTheLastHalfMinuteOnly() {
    figures.latency(5_000, 0);
    for (int i = 0; i < 99; i++) {
      figures.latency(10, 20_000);
    }
    assertThat(figures.latencyPercentile(50, 20_000)).isEqualTo(10);
    assertThat(figures.latencyPercentile(100, 20_000)).isBetween(5_000L, 5_040L);
    assertThat(figures.latencyPercentile(100, 30_000)).isEqualTo(10);
    assertThat(figures.latencyPercentile(100, 60_000)).isZero();
  }

  @Test
  void fitTheScreen() {
    publish("a", 1, Status.OPEN);
    figures.lag(7);
    var lines = LiveText.screen(figures, Duration.ofSeconds(65), 0, 40, List.of("node-2 ended"));
    assertThat(lines).allMatch(line -> line.length() <= 40);
    assertThat(lines.get(0)).startsWith("01:05").contains("lag 7");
    assertThat(lines).contains("! node-2 ended");
    assertThat(LiveText.screen(figures, Duration.ofSeconds(65), 0, 100, List.of())).as("each kind, also on a narrow screen")
        .anyMatch(line -> line.contains("ENVIRONMENT 1 (1)")).anyMatch(line -> line.contains("OVERSTAY 0 (0)"));
  }

  private void publish(String id, long revision, Status status) {
    figures.violation(new PublishedViolation(revision, Violations.tooWarm(id, status)));
  }
}
