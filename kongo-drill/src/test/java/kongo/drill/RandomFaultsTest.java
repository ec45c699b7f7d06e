package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kongo.drill.FaultKind.Victim;
import kongo.drill.RandomFaults.Planned;
import org.junit.jupiter.api.Test;

class RandomFaultsTest {

  private static final Duration LENGTH = Duration.ofMinutes(3);

  @Test
  void theSameSeedPlansTheSame() {
    assertThat(plan(7)).isEqualTo(plan(7)).isNotEqualTo(plan(8));
  }

  @Test
  void everyFaultHasEndedTwentySecondsBeforeTheEnd() {
    seeds().forEach(seed -> assertThat(plan(seed)).allSatisfy(
        planned -> assertThat(planned.atMillis() + planned.lengthMillis()).isLessThan(LENGTH.toMillis() - 20_000)));
  }

  @Test
  void aStoreIsThereAgainBeforeItsNextFault() {
    seeds().forEach(seed -> {
      for (Victim store : List.of(Victim.KAFKA, Victim.CASSANDRA)) {
        List<Planned> faults = plan(seed).stream().filter(planned -> planned.kind().victim() == store).toList();
        for (int i = 1; i < faults.size(); i++) {
          long ended = faults.get(i - 1).atMillis() + faults.get(i - 1).lengthMillis();
          assertThat(faults.get(i).atMillis()).isGreaterThanOrEqualTo(ended + FaultKind.STORE_START_MILLIS);
        }
      }
    });
  }

  @Test
  void someFaultsOverlapAndEveryKindComesUp() {
    List<List<Planned>> plans = seeds().mapToObj(RandomFaultsTest::plan).toList();

    Set<FaultKind> kinds = plans.stream().flatMap(List::stream).map(Planned::kind).collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(Arrays.asList(FaultKind.values()));
    assertThat(plans).anyMatch(RandomFaultsTest::hasOverlap);
  }

  private static boolean hasOverlap(List<Planned> plan) {
    for (int i = 1; i < plan.size(); i++) {
      if (plan.get(i).atMillis() < plan.get(i - 1).atMillis() + plan.get(i - 1).lengthMillis()) {
        return true;
      }
    }
    return false;
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  private static List<Planned> plan(long seed) {
    return RandomFaults.of(seed, LENGTH).plan();
  }
}
