package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTextTest {

  private record Figures(double eventsPerSecond, Map<String, Double> cpuSeconds) {}

  private static final Verified<Figures> SLOW = Verified.unverified(new Figures(1_000, Map.of("kafka", 2.5)));
  private static final Verified<Figures> FAST = Verified.unverified(new Figures(3_000, Map.of("kafka", 0.25)));

  @Test
  void ofOneRunEachFigureIsALine() {
    assertThat(ReportText.ofRuns(report(SLOW)).lines())
        .containsExactly(
            "drain", "events per second         1,000", "cpu seconds kafka          2.50", "verdict            not verified");
  }

  @Test
  void ofSeveralRunsTheMedianStandsBesideTheLeastAndTheGreatest() {
    assertThat(ReportText.ofRuns(report(SLOW, FAST))).containsSubsequence("events per second", "2,000", "1,000", "3,000");
  }

  @Test
  void ofPointsTheChosenFiguresAreColumns() {
    Report report = Report.ofPoints("scale", Instant.EPOCH, Map.of(), List.of(SLOW, FAST));
    assertThat(ReportText.ofPoints(report, List.of("eventsPerSecond", "cpuSeconds.kafka")).lines().map(String::strip))
        .containsExactly("events per second  cpu seconds kafka", "1,000                           2.50", "3,000                        0.25000");
  }

  @SafeVarargs
  private static Report report(Verified<Figures>... runs) {
    return Report.ofRuns("drain", Instant.EPOCH, Map.of(), List.of(runs));
  }
}
