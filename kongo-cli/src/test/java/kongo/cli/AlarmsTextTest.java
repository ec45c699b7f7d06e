package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kongo.local.LocalFailure;
import kongo.protocol.ViolationJson;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class AlarmsTextTest {

  private final KnownAlarms alarms = new KnownAlarms(RuleHistory.of(RuleBooks.shipped()), 100);

  @Test
  void showsOpenOnesAndSaysHowManyAreOver() {
    take(Violations.tooWarm("1", Status.OPEN));
    take(Violations.misplaced());
    take(Violations.expired(null));
    take(Violations.overload());
    assertThat(lines(false, 10)).containsExactly(
        "2 incidents are open. 2 are over (--all).",
        "",
        "severity  status  since                 until  lasts        kind         rule     where        sensor  goods        what",
        "critical  OPEN    2026-11-21T12:00:00Z  -      3 h or more  EXPIRED      expired  warehouse-9  -       1: goods-3   expired",
        "major     OPEN    2026-11-21T12:00:00Z  -      3 h or more  ENVIRONMENT  chilled  truck-12     s1      1: goods-17  temperature 9.7 above 8");
  }

  @Test
  void showsAllOnesAndTheOpenOnesFirst() {
    take(Violations.overload());
    take(Violations.misplaced());
    take(Violations.tooWarm("1", Status.OPEN));
    assertThat(lines(true, 10)).satisfies(lines -> {
      assertThat(lines).hasSize(6);
      assertThat(lines.get(3)).startsWith("major     OPEN ");
      assertThat(lines.get(4)).contains("CLOSED  2026-11-21T12:00:00Z  2026-11-21T15:00:00Z  3 h ").contains(" -       -  ").endsWith("weight 512.5 above 500");
      assertThat(lines.get(5)).startsWith("warning   CLOSED").endsWith("read at warehouse-1 while it was elsewhere");
    });
  }

  @Test
  void manyGoodsInOnePlaceAreOneLine() {
    IntStream.range(0, 40).mapToObj(AlarmsTextTest::suffering).forEach(this::take);
    assertThat(lines(false, 10)).hasSize(4)
        .last().satisfies(line -> assertThat(line).contains("  40: goods-0, goods-1, goods-10, ...  ").endsWith("temperature 48 above 8"));
  }

  @Test
  void saysHowManyAreNotShown() {
    IntStream.range(0, 5).forEach(number -> take(at("truck-" + number)));
    assertThat(lines(false, 3)).hasSize(7).endsWith("2 more are not shown (--limit).");
    assertThat(lines(false, 4)).endsWith("1 more is not shown (--limit).");
  }

  @Test
  void saysInWordsThatThereIsNothing() {
    assertThat(lines(false, 10)).containsExactly("No violation was ever published.");
    take(Violations.overload());
    assertThat(lines(false, 10)).containsExactly("No incident is open. 1 is over (--all).");
  }

  @Test
  void colorsTheSeverityAndNothingThatAnyoneWrote() {
    take(at("@|red truck|@"));
    assertThat(new AlarmsText(Ansi.ON, alarms).of(false, 10)).last().satisfies(line ->
        assertThat(line).startsWith("\033[31mmajor\033[").contains("@|red truck|@"));
  }

  @Test
  void keepsNoMoreThanItMay() {
    IntStream.range(0, 100).forEach(number -> take(at("truck-" + number)));
    Assertions.assertThatThrownBy(() -> take(at("one-more"))).isInstanceOf(LocalFailure.class).hasMessageContaining("more than 100 violations");
  }

  @Test
  void countsWhatIsNoViolation() {
    alarms.take("{}".getBytes());
    alarms.take(null);
    assertThat(alarms.malformed()).isEqualTo(2);
  }

  private List<String> lines(boolean all, int limit) {
    return new AlarmsText(Ansi.OFF, alarms).of(all, limit);
  }

  private void take(Violation violation) {
    alarms.take(ViolationJson.encode(1, violation));
  }

  private static Violation suffering(int number) {
    return changed(Violations.tooWarm("v" + number, Status.OPEN), "goods-" + number, "truck-12", 9.0 + number);
  }

  private static Violation at(String location) {
    return changed(Violations.tooWarm("at " + location, Status.OPEN), "goods-1", location, 9);
  }

  private static Violation changed(Violation like, String goods, String location, double worst) {
    return new Violation(
        like.id(), like.status(), like.kind(), Severity.MAJOR, like.rule(), goods, location, like.metric(), like.sensor(), like.stay(), like.from(),
        like.to(), like.count(), worst, like.limit(), like.others());
  }
}
