package kongo.excursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import kongo.rules.Damping;
import org.junit.jupiter.api.Test;

/** Runs with a deadband, and such as are merged: the ones that touch a span are those of the whole. */
class DampedRunsTest {

  private static final Band BAND = new Band(2, true, 8, true, -1);
  private static final Damping DEADBAND = new Damping(1, 0, 0);

  @Test
  void aRunGoesOnOverTheDeadbandAndCountsWhatIsOut() {
    assertThat(all(Map.of(0L, 9.0, 1L, 7.5, 2L, 10.0, 3L, 7.0, 4L, 7.5), DEADBAND, 10)).containsExactly(new Run(0, 3, 2, 10, 2));
  }

  @Test
  void nothingBeginsInTheDeadband() {
    assertThat(all(Map.of(0L, 7.5, 1L, 9.0, 20L, 7.5, 21L, 5.0), DEADBAND, 10)).containsExactly(new Run(1, 11, 1, 9, 1));
  }

  @Test
  void aLastValueInTheDeadbandEndsNothing() {
    assertThat(all(Map.of(0L, 9.0, 1L, 7.5), DEADBAND, 10)).containsExactly(new Run(0, Values.NONE, 1, 9, 1));
  }

  @Test
  void runsThatAreCloserThanSoAreOne() {
    Map<Long, Double> values = Map.of(0L, 9.0, 1L, 5.0, 5L, 11.0, 6L, 5.0, 11L, 9.0, 12L, 5.0);
    assertThat(all(values, new Damping(0, 5, 0), 100)).containsExactly(new Run(0, 6, 2, 11, 5), new Run(11, 12, 1, 9, 11));
    assertThat(all(values, new Damping(0, 6, 0), 100)).containsExactly(new Run(0, 12, 3, 11, 11));
  }

  @Test
  void soAreThoseThatHoldCut() {
    assertThat(all(Map.of(0L, 9.0, 14L, 11.0), new Damping(0, 5, 0), 10)).containsExactly(new Run(0, Values.NONE, 2, 11, 14));
  }

  @Test
  void whatIsNoNumberEndsARun() {
    assertThat(all(Map.of(0L, 9.0, 1L, Double.NaN, 2L, 7.5), DEADBAND, 10)).containsExactly(new Run(0, 1, 1, 9, 0));
  }

  @Test
  void whatTouchesASpanIsPartOfTheWholeAndNothingIsMissed() {
    int found = 0;
    for (int seed = 0; seed < 50_000; seed++) {
      Random random = new Random(seed);
      Damping damping = new Damping(random.nextInt(3), random.nextInt(8), 0);
      int hold = 1 + random.nextInt(6);
      NavigableMap<Long, Double> before = values(random);
      NavigableMap<Long, Double> after = new TreeMap<>(before);
      long time = random.nextInt(30);
      after.merge(time, (double) random.nextInt(11), (old, now) -> random.nextBoolean() ? null : now);
      boolean atEnd = before.tailMap(time, false).isEmpty();
      List<Run> changed = changed(all(before, damping, hold), all(after, damping, hold));
      List<Run> seen = changed(touching(before, damping, hold, time, atEnd), touching(after, damping, hold, time, atEnd));
      assertThat(seen).as("seed %d: %s, %d, %s, hold %d", seed, before, time, damping, hold).containsExactlyInAnyOrderElementsOf(changed);
      found += changed.size();
    }
    assertThat(found).isGreaterThan(10_000);
  }

  /** What is on one side only. */
  private static List<Run> changed(List<Run> before, List<Run> after) {
    List<Run> changed = new ArrayList<>(before);
    changed.removeAll(after);
    List<Run> more = new ArrayList<>(after);
    more.removeAll(before);
    changed.addAll(more);
    return changed;
  }

  private static NavigableMap<Long, Double> values(Random random) {
    NavigableMap<Long, Double> values = new TreeMap<>();
    for (int i = random.nextInt(15); i > 0; i--) {
      values.put((long) random.nextInt(30), (double) random.nextInt(11));
    }
    return values;
  }

  private static List<Run> all(Map<Long, Double> values, Damping damping, long hold) {
    return runs(values, damping, hold, 0, 1_000, false);
  }

  private static List<Run> touching(Map<Long, Double> values, Damping damping, long hold, long time, boolean atEnd) {
    return runs(values, damping, hold, time, time, atEnd);
  }

  private static List<Run> runs(Map<Long, Double> values, Damping damping, long hold, long first, long last, boolean atEnd) {
    List<Run> runs = new ArrayList<>();
    new StayRuns(new Known(new TreeMap<>(values)), BAND, damping, hold, 0, StayRuns.LASTING, 0).touching(first, last, atEnd, runs::add);
    return runs;
  }

  private record Known(NavigableMap<Long, Double> values) implements Values {

    @Override
    public long before(long time, long notBefore) {
      Long found = values.lowerKey(time);
      return found != null && found >= notBefore ? found : NONE;
    }

    @Override
    public long after(long time, long notAfter) {
      Long found = values.higherKey(time);
      return found != null && found <= notAfter ? found : NONE;
    }

    @Override
    public long last() {
      return values.isEmpty() ? NONE : values.lastKey();
    }

    @Override
    public long nextBreaking(Band band, long from, long to) {
      return from >= to ? NONE
          : values.subMap(from, to).entrySet().stream().filter(one -> band.isBrokenBy(one.getValue())).map(Map.Entry::getKey).findFirst().orElse(NONE);
    }

    @Override
    public double at(long time) {
      return values.get(time);
    }

    @Override
    public boolean breaks(long time, Band band) {
      return band.isBrokenBy(at(time));
    }
  }
}
