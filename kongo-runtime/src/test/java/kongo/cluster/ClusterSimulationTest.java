package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.LongStream;
import kongo.reference.SmallWorld;
import kongo.reference.SmallWorlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The law under faults: whatever the schedule, at rest the violations are the reference's. */
class ClusterSimulationTest {

  private static final int SCHEDULES = Integer.getInteger("kongo.schedules", 10_000);
  private static final int SCHEDULES_TO_FIND_A_BUG = 5_000;

  @Test
  void anyScheduleComesToRestAtTheReferencesViolations() {
    for (long seed = 0; seed < SCHEDULES; seed++) {
      SmallWorld world = SmallWorlds.generate(seed);
      ClusterSimulation cluster = new ClusterSimulation(world, Plant.NONE, seed);
      assertThat(cluster.finalSet()).as("schedule %d", seed).isEqualTo(cluster.expected());
      assertThat(cluster.stays()).as("schedule %d", seed).isEqualTo(world.expectedStays());
      assertThat(cluster.repetitions()).as("schedule %d", seed).isEmpty();
      assertThat(cluster.heldUp()).as("schedule %d", seed).isEmpty();
      assertThat(cluster.keptApart()).as("schedule %d", seed).isEmpty();
      assertThat(cluster.contradictions()).as("schedule %d", seed).isEmpty();
      assertThat(cluster.deadLetters())
          .as("schedule %d", seed)
          .isEqualTo(new HashSet<>(world.acceptance().refused()));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void plantedBugsAreFound(Plant plant) {
    boolean found =
        LongStream.range(0, SCHEDULES_TO_FIND_A_BUG)
            .anyMatch(seed -> new ClusterSimulation(SmallWorlds.generate(seed), plant, seed).difference().isPresent());
    assertThat(found).as("%s is found", plant).isTrue();
  }
}
