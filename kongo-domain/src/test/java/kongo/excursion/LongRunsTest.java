package kongo.excursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The runs of a step function are found without going through them, and are what going through them finds. */
class LongRunsTest {

  private static final int TIMES = 120;

  @Test
  void runsAreThoseThatOneFindsValueByValue() {
    int found = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      Steps steps = steps(random);
      boolean grams = random.nextBoolean();
      boolean initial = random.nextBoolean();
      LastingValues values = grams ? steps.weights(initial) : steps.counts(initial, random.nextInt(2));
      Band band = band(random, grams);
      long from = initial ? random.nextInt(TIMES) : 0;
      long to = random.nextInt(3) == 0 ? StayRuns.LASTING : from + 1 + random.nextInt(TIMES);
      long first = random.nextInt(TIMES);
      long last = random.nextInt(5) == 0 ? Long.MAX_VALUE : first + random.nextInt(TIMES);
      boolean atEnd = values.last() < first && random.nextBoolean();
      List<Run> runs = runs(values, band, from, to, first, last, atEnd);
      assertThat(runs).as("seed %d", seed).isEqualTo(runs(new OneByOne(values), band, from, to, first, last, atEnd));
      found += runs.size();
    }
    assertThat(found).isGreaterThan(10_000);
  }

  private static List<Run> runs(Values values, Band band, long from, long to, long first, long last, boolean atEnd) {
    List<Run> runs = new ArrayList<>();
    new StayRuns(values, band, Long.MAX_VALUE, from, to).touching(first, last, atEnd, runs::add);
    return runs;
  }

  private static Steps steps(Random random) {
    List<Steps.Change> changes = new ArrayList<>();
    int most = random.nextInt(3) == 0 ? 200 : 12;
    for (int i = random.nextInt(most); i > 0; i--) {
      changes.add(new Steps.Change(random.nextInt(TIMES), random.nextInt(7) - 3));
    }
    Steps steps = Steps.NONE.plus(changes);
    for (int i = random.nextInt(5); i > 0; i--) {
      steps = steps.plus(List.of(new Steps.Change(random.nextInt(TIMES), random.nextInt(7) - 3)));
    }
    return random.nextInt(4) == 0 ? Steps.knownSince(0).plus(changes) : steps;
  }

  private static Band band(Random random, boolean grams) {
    double unit = grams ? 0.001 : 1;
    double lower = random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : (random.nextInt(7) - 4) * unit;
    double upper = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : Math.max(Double.isInfinite(lower) ? -4 * unit : lower, (random.nextInt(7) - 2) * unit);
    long upperGrams = grams && Double.isFinite(upper) && random.nextInt(4) == 0 ? Math.round(upper * 1000) : -1;
    return new Band(lower, random.nextBoolean(), upper, random.nextBoolean(), upperGrams);
  }

  /** Hides that the values last, so that a run is gone through. */
  private static final class OneByOne extends FollowingValues {

    OneByOne(Values all) {
      super(all);
    }
  }
}
