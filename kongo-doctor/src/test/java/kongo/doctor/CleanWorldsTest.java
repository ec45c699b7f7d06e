package kongo.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kongo.doctor.finding.Urgency;
import kongo.protocol.Partitions;
import kongo.simulator.Bounds;
import kongo.simulator.Simulation;
import kongo.simulator.World;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.Devices;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the simulated worlds nothing has to be put right, however late and often their records come. */
class CleanWorldsTest {

  private static final Share SOME = new Share(0.2, Duration.ofMinutes(30));

  static Stream<Disorder> disorders() {
    return Stream.of(Disorder.NONE, new Disorder(SOME, SOME, Duration.ofMinutes(5), SOME, true, 0));
  }

  @ParameterizedTest
  @MethodSource("disorders")
  void theSteadyWorldIsWell(Disorder disorder) {
    assertWell(diagnosis(new SteadyWorld(SteadySettings.DENSE), Bounds.ofSpan(Duration.ofHours(10)), disorder),
        "other-metrics", "goods-without-categories", "metrics-measured-nowhere");
  }

  @ParameterizedTest
  @MethodSource("disorders")
  void loggersUnitsSilencesAndChangedProfilesAreWell(Disorder disorder) {
    SteadySettings dense = SteadySettings.DENSE;
    SteadySettings more = dense.with(dense.journeys().withProfileChanges(0.1), new Devices(0.3, 0.3, 0, 0.5));
    // Some move on though the registry has given them up.
    assertThat(diagnosis(new SteadyWorld(more), Bounds.ofSpan(Duration.ofHours(10)), disorder).findings())
        .filteredOn(finding -> finding.heading().urgency() == Urgency.FIX)
        .extracting(finding -> finding.heading().kind())
        .containsExactly("unregistered-goods");
  }

  @ParameterizedTest
  @MethodSource("disorders")
  void theClassicWorldIsWell(Disorder disorder) {
    ClassicSettings settings = new ClassicSettings(1, ClassicSettings.START, 300, 10, 30, 149_999, Duration.ofHours(100_000), 0.01);
    assertWell(diagnosis(new ClassicWorld(settings), Bounds.ofSpan(Duration.ofHours(20)), disorder),
        "other-metrics", "goods-without-categories", "metrics-measured-nowhere");
  }

  @Test
  void aDisorderThatHoldsBackForHoursIsNoSlowClock() {
    Disorder offline = new Disorder(Share.NONE, new Share(0.5, Duration.ofHours(3)), Duration.ZERO, new Share(0.5, Duration.ofHours(5)), false, 0);
    ClassicSettings settings = new ClassicSettings(2, ClassicSettings.START, 50, 3, 5, 149_999, Duration.ofHours(100_000), 0);
    assertThat(fixes(diagnosis(new ClassicWorld(settings), Bounds.ofSpan(Duration.ofHours(40)), offline))).isEmpty();
  }

  private static void assertWell(Diagnosis diagnosis, String... kinds) {
    assertThat(fixes(diagnosis)).as(diagnosis.toString()).isEmpty();
    assertThat(diagnosis.isWell()).isTrue();
    assertThat(diagnosis.findings()).extracting(finding -> finding.heading().kind()).containsExactlyInAnyOrder(kinds);
  }

  private static List<String> fixes(Diagnosis diagnosis) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.heading().urgency() == Urgency.FIX)
        .map(finding -> finding.toString())
        .toList();
  }

  private static Diagnosis diagnosis(World world, Bounds bounds, Disorder disorder) {
    Case all = new Case();
    new Simulation(world, bounds, disorder, 7).forEachRemaining(record ->
        all.send(record.feed(), record.key(), record.value(), record.sendAt(), record.key() == null ? 0 : Partitions.of(record.key(), Case.PARTITIONS)));
    return all.diagnosis();
  }
}
