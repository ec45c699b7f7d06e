package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kongo.violation.Kind;
import kongo.violation.Refusal;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class SmallWorldsTest {

  @Test
  void theSameSeedMakesTheSameWorld() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(SmallWorlds.generate(seed)).isEqualTo(SmallWorlds.generate(seed));
    }
  }

  @Test
  void theReferenceDoesNotSeeHowPartitionsInterleave() {
    for (long seed = 0; seed < 500; seed++) {
      SmallWorld world = SmallWorlds.generate(seed);
      SmallWorld other =
          new SmallWorld(seed, world.book(), world.retention(), world.interleaved(new Random(seed)), world.maxSeries());
      assertThat(other.expected()).as("seed %d", seed).isEqualTo(world.expected());
    }
  }

  @Test
  void everyKindOfViolationAndRefusalIsFrequent() {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    Map<String, Integer> rules = new TreeMap<>();
    int duplicates = 0;
    int tooLate = 0;
    int tooManySeries = 0;
    int tooManyOthers = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      Acceptance acceptance = SmallWorlds.generate(seed).acceptance();
      duplicates += acceptance.duplicates();
      tooLate += acceptance.refused().stream().filter(r -> r.reason() == Refusal.Reason.TOO_LATE).count();
      tooManySeries += acceptance.refused().stream().filter(r -> r.reason() == Refusal.Reason.TOO_MANY_SERIES).count();
      for (Violation violation : SmallWorlds.generate(seed).expected().values()) {
        kinds.merge(violation.kind(), 1, Integer::sum);
        rules.merge(violation.rule() + " " + violation.status(), 1, Integer::sum);
        tooManyOthers += violation.others().size() == 10 ? 1 : 0;
      }
    }

    assertThat(kinds).hasSize(Kind.values().length);
    assertThat(kinds.values()).allMatch(count -> count > 1_000);
    // 26 rules and expiry, each open and closed, and misplacement
    assertThat(rules).hasSize(55);
    assertThat(rules.values()).allMatch(count -> count > 15);
    assertThat(duplicates).isGreaterThan(1_000);
    assertThat(tooLate).isGreaterThan(500);
    assertThat(tooManySeries).isGreaterThan(500);
    assertThat(tooManyOthers).isPositive();
  }
}
