package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import kongo.reference.SmallWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The law under faults: whatever the schedule, at rest the violations are the reference's. */
class ClusterSimulationTest {

  private static final int SCHEDULES = Integer.getInteger("kongo.schedules", 3_000);
  private static final int LARGE_WORLDS = 2;
  private static final int SCHEDULES_TO_FIND_A_BUG = 5_000;

  @Test
  void anyScheduleComesToRestAtTheReferencesViolations() {
    for (long seed = 0; seed < SCHEDULES; seed++) {
      assertThat(Shrinking.ofFailure(Worlds.of(seed), Plant.NONE, seed)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void plantedBugsAreFound(Plant plant) {
    OptionalLong found = LongStream.range(0, SCHEDULES_TO_FIND_A_BUG).filter(seed -> fails(seed, plant)).findFirst();
    assertThat(found).as("%s is found", plant).isPresent();
  }

  private static boolean fails(long seed, Plant plant) {
    return Shrinking.failure(Worlds.of(seed), plant, seed, Integer.MAX_VALUE).isPresent();
  }

  @Test
  void soDoWorldsInWhichManyGoodsExpireAtOnce() {
    for (long seed = 0; seed < LARGE_WORLDS; seed++) {
      assertThat(Shrinking.failure(LargeWorlds.oneUseByTime(seed, 1_000), Plant.NONE, seed, Integer.MAX_VALUE)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void soDoWorldsOfThousandsOfRows() {
    for (long seed = 0; seed < LARGE_WORLDS; seed++) {
      assertThat(Shrinking.failure(LargeWorlds.manyRows(seed, 2_000), Plant.NONE, seed, Integer.MAX_VALUE)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void aWorldThatFailsIsMadeSmallerBeforeItIsShown() {
    long seed = LongStream.range(0, SCHEDULES_TO_FIND_A_BUG).filter(one -> fails(one, Plant.MEMBERSHIP_BY_ARRIVAL)).findFirst().orElseThrow();
    SmallWorld world = Worlds.of(seed);
    String shown = Shrinking.ofFailure(world, Plant.MEMBERSHIP_BY_ARRIVAL, seed).orElseThrow();
    assertThat(shown).startsWith("seed " + seed);
    assertThat(shown.lines().count() - 1).as("records").isLessThan(world.records().size());
  }
}
