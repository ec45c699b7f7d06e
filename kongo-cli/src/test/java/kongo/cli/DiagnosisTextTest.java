package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import kongo.doctor.Diagnosis;
import kongo.doctor.DiagnosisJson;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Item;
import kongo.doctor.finding.Limits;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Urgency;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DiagnosisTextTest {

  private static final Finding METRICS = new Finding(
      new Heading("unknown-metrics", Urgency.FIX, Counted.READINGS, "Metrics that no rule names. Nothing judges them."),
      List.of(new Item("temp", 1_204, "temp 99 at t\033[2J", Optional.of("temperature"), new RecordAt("kongo.sensors", 3, 17, 0))), 2);
  private static final Finding WEIGHT = new Finding(
      new Heading("goods-without-weight", Urgency.KNOW, Counted.GOODS, "Goods that weigh nothing @|red here|@."),
      List.of(new Item("no weight", 1, "", Optional.empty(), new RecordAt("kongo.registry", 0, 1, 0))), 0);

  private static List<String> plain(Diagnosis diagnosis, int columns) {
    return new DiagnosisText(Ansi.OFF, columns).of(diagnosis, Limits.DEFAULT);
  }

  private static Diagnosis diagnosis(Finding... findings) {
    return new Diagnosis(2_000, List.of(findings), 0);
  }

  @Test
  void saysInOneLineThatNothingWasFound() {
    assertThat(plain(diagnosis(), 80)).containsExactly("Nothing found in 2,000 records.");
    assertThat(plain(new Diagnosis(0, List.of(), 0), 200)).singleElement().asString().startsWith("There are no input records");
  }

  @Test
  void hasALineForEachHeadingAndItemWhereNoTerminalIs() {
    assertThat(plain(diagnosis(METRICS, WEIGHT), Integer.MAX_VALUE)).containsExactly(
        "2,000 records: 1 to put right, 1 to know.",
        "",
        "FIX   Metrics that no rule names. Nothing judges them.",
        "    - temp: 1,204 readings, temp 99 at t\\u001b[2J - perhaps temperature? [kongo.sensors/3@17]",
        "    - and 2 more",
        "",
        "KNOW  Goods that weigh nothing @|red here|@.",
        "    - no weight: 1 Goods [kongo.registry/0@1]");
  }

  @Test
  void fitsANarrowTerminal() {
    for (int columns = 30; columns < 100; columns++) {
      int width = columns;
      List<String> lines = plain(diagnosis(METRICS, WEIGHT), columns);
      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
      assertThat(String.join(" ", lines).replaceAll(" +", " ")).contains("perhaps temperature? [kongo.sensors/3@17]");
    }
    assertThat(plain(diagnosis(METRICS), 1)).isNotEmpty();
  }

  @Test
  void colorsTheMarkAlone() {
    List<String> lines = new DiagnosisText(Ansi.ON, 80).of(diagnosis(METRICS, WEIGHT), Limits.DEFAULT);
    assertThat(lines).filteredOn(line -> line.contains("\033[")).hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("@|red here|@"))
        .anySatisfy(line -> assertThat(line).startsWith("\033[1m\033[31mFIX").contains("   Metrics that"));
  }

  @Test
  void saysThatNotAllIsRemembered() {
    assertThat(plain(new Diagnosis(5, List.of(), 7), 1_000)).last().asString().contains("1,000,000").contains("7 times");
  }

  @Test
  void isOneJsonObjectForPrograms() {
    JsonNode json = DiagnosisJson.of(diagnosis(METRICS, WEIGHT));
    assertThat(json.path("fix").intValue()).isEqualTo(1);
    assertThat(json.path("know").intValue()).isEqualTo(1);
    JsonNode metrics = json.path("findings").path(0);
    assertThat(metrics.path("kind").textValue()).isEqualTo("unknown-metrics");
    assertThat(metrics.path("urgency").textValue()).isEqualTo("fix");
    assertThat(metrics.path("more").intValue()).isEqualTo(2);
    assertThat(metrics.path("items").path(0).path("guess").textValue()).isEqualTo("temperature");
    assertThat(metrics.path("items").path(0).path("offset").longValue()).isEqualTo(17);
    assertThat(json.path("findings").path(1).path("items").path(0).path("guess").isNull()).isTrue();
  }
}
