package kongo.baseline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import kongo.rules.RuleBooks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationBytesTest {

  private static final Limits LIMITS = Limits.of(RuleBooks.shipped());
  private static final List<String> METRICS = List.of("temperature", "humidity", "illuminance");
  private static final int STEPS = 500;
  private static final long ALL_RULES = -1;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void goesOnFromBytesAsIfNothingHadHappened(long seed) {
    List<Alarm> straight = play(seed, UnaryOperator.identity());
    List<Alarm> throughBytes = play(seed, watch -> LocationBytes.decode(LocationBytes.encode(watch)));
    assertThat(straight).hasSizeGreaterThan(100).anyMatch(Alarm::hasEnded);
    assertThat(throughBytes).isEqualTo(straight);
  }

  private static List<Alarm> play(long seed, UnaryOperator<LocationWatch> between) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Alarm> alarms = new ArrayList<>();
    LocationWatch watch = new LocationWatch();
    for (int step = 1; step <= STEPS; step++) {
      long time = step * 1_000L;
      String goods = "goods-" + random.nextInt(20);
      switch (random.nextInt(10)) {
        case 0 -> watch.came(goods, ALL_RULES >>> random.nextInt(Long.SIZE), time + random.nextInt(5_000));
        case 1 -> watch.left(goods, time + random.nextInt(5_000));
        default -> {
          int metric = LIMITS.metric(METRICS.get(random.nextInt(METRICS.size())));
          watch.measured(metric, random.nextBoolean() ? "" : "s1", time, random.nextDouble(-30, 600), LIMITS, alarms::add);
        }
      }
      watch = between.apply(watch);
    }
    return alarms;
  }
}
