package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.Allocation;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.DeferralHint.Range;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** What a Location says of readings that would change nothing. */
class DeferralHintTest {

  private static final Source SENSORS = new Source("sensors", 0);
  private static final SeriesKey FIRST = key(0);

  private LocationState truck =
      LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(86_400_000, 1_000_000));
  private long version;
  private long time;

  @Test
  void isWhatFollowsTheLatestReadingWithinTheBoundsOfTheGoodsHere() {
    take(goods(1, GoodsProfile.NEVER));
    measure(5, FIRST);

    assertThat(truck.harmless().of(FIRST)).isEqualTo(new Range(time, 2, 8));
    assertThat(truck.harmless().of(key(1))).isEqualTo(Range.NOTHING);
  }

  @Test
  void nothingIsHarmlessAfterAReadingThatBreaksABound() {
    take(goods(1, GoodsProfile.NEVER));
    measure(9, FIRST);

    assertThat(truck.harmless().of(FIRST)).isEqualTo(Range.NOTHING);
  }

  @Test
  void whatIsInTheDeadbandIsHarmlessUnlessItIsPartOfAnExcursion() {
    judgeBy("min = 2, max = 8, deadband = 1");
    measure(7.5, FIRST);
    assertThat(truck.harmless().of(FIRST)).isEqualTo(new Range(time, 2, 8));

    measure(9, FIRST);
    measure(7.5, FIRST);
    assertThat(truck.harmless().of(FIRST)).as("it goes on").isEqualTo(Range.NOTHING);
    measure(7.2, FIRST);
    assertThat(truck.harmless().of(FIRST)).as("it still goes on").isEqualTo(Range.NOTHING);

    measure(7, FIRST);
    measure(7.5, FIRST);
    assertThat(truck.harmless().of(FIRST)).as("it has ended").isEqualTo(new Range(time, 2, 8));
  }

  @Test
  void afterSoLongWithoutAReadingWhatIsInTheDeadbandIsHarmless() {
    judgeBy("min = 2, max = 8, deadband = 1, hold = 5s");
    measure(9, FIRST);
    time += 5_000;
    measure(7.5, FIRST);

    assertThat(truck.harmless().of(FIRST)).isEqualTo(new Range(time, 2, 8));
  }

  @Test
  void nothingIsHarmlessFromTheTimeOnWhenAnExcursionWillHaveLasted() {
    judgeBy("max = 8, delay = 10s, escalate = [{ severity = CRITICAL, after = 30s }]");
    time = 50_000;
    measure(9, FIRST);
    long began = time;
    assertThat(truck.harmless().until()).isEqualTo(began + 10_000);

    time = began + 9_000;
    measure(9, FIRST);
    assertThat(truck.harmless().until()).isEqualTo(began + 30_000);

    measure(5, FIRST);
    assertThat(truck.harmless().until()).as("it has ended").isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void howLongAnExcursionHasLastedTakesNoOldReadingsToTell() {
    judgeBy("max = 8, escalate = [{ severity = CRITICAL, after = 100s }]", 3);
    time = 500_000;
    measure(9, FIRST);
    long began = time;
    for (int i = 0; i < 45; i++) {
      measure(9, FIRST);
      measure(5, key(1));
      assertThat(truck.harmless().until()).isEqualTo(began + 100_000);
    }
    assertThat(truck.harmless().of(key(1)).has(time + 1, 5)).isTrue();
  }

  @Test
  void nothingIsHarmlessFromTheEndOfAGraceOn() {
    judgeBy("max = 8, grace = 20s");
    measure(5, FIRST);

    assertThat(truck.harmless().until()).as("the stay began at 0").isEqualTo(20_000);
  }

  @Test
  void whatNoSensorCanMeanIsNotHarmless() {
    judgeBy("max = 200 } }, metrics { temperature { min = -90, max = 100, not = [85, -40] ");
    measure(5, FIRST);

    assertThat(truck.harmless().of(FIRST)).isEqualTo(new Range(time, -40, 85));
    measure(85, FIRST);
    assertThat(truck.harmless().of(FIRST)).isEqualTo(Range.NOTHING);
  }

  private void judgeBy(String keys) {
    judgeBy(keys, 1_000_000);
  }

  private void judgeBy(String keys, int readingsInMemory) {
    RuleBook book = RuleBooks.parse("rules { warm { metric = temperature, for = [T2], " + keys + "} }", "test");
    truck = LocationState.empty("truck-1", new RuleIndex(book), new LocationSettings(86_400_000, readingsInMemory));
    take(goods(1, GoodsProfile.NEVER));
  }

  @Test
  void onlyWhatChangesIsNewAndAnEarlierAnswerStays() {
    measure(5, FIRST, key(1));
    DeferralHint before = truck.harmless();
    long first = time;
    measure(5, key(1), key(2));
    DeferralHint after = truck.harmless();

    assertThat(after.of(FIRST)).isEqualTo(before.of(FIRST)).extracting(Range::after).isEqualTo(first);
    assertThat(after.of(key(1)).after()).isEqualTo(time);
    assertThat(after.of(key(2)).after()).isEqualTo(time);
    assertThat(before.of(key(1)).after()).isEqualTo(first);
    assertThat(before.of(key(2))).isEqualTo(Range.NOTHING);
    assertThat(after.ranges()).hasSize(3);
    assertThat(after.asOf()).isEqualTo(before.asOf());
  }

  @Test
  void goodsThatComeChangeWhatIsHarmless() {
    measure(5, FIRST);
    DeferralHint before = truck.harmless();
    take(goods(1, GoodsProfile.NEVER));

    assertThat(before.of(FIRST).below()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(truck.harmless().of(FIRST).below()).isEqualTo(8);
    assertThat(truck.harmless().asOf()).isNotEqualTo(before.asOf());
  }

  @Test
  void aNewProfileOfTheLocationMayChangeWhatIsHarmless() {
    measure(5, FIRST);
    DeferralHint before = truck.harmless();
    PlaceProfile profile = new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), 1_000);
    take(new TakePlace(new PlaceAt(1, Timeline.always(profile), SENSORS.cause(1, 1))));

    assertThat(truck.harmless().asOf()).isNotEqualTo(before.asOf());
  }

  @Test
  void readingsFromTheNextUseByTimeOnAreNotHarmless() {
    assertThat(truck.harmless().until()).isEqualTo(Long.MAX_VALUE);
    take(goods(1, 5_000));

    assertThat(truck.harmless().until()).isEqualTo(5_000);
  }

  @Test
  void aReadingCostsAboutTheSameHoweverManySeriesThereAre() {
    long few = bytesPerReading(10);
    long many = bytesPerReading(2_000);

    assertThat(many).as("bytes, %d with few", few).isLessThan(2 * few);
  }

  private static long bytesPerReading(int series) {
    return Allocation.bytesOf(() -> {
      DeferralHintTest location = new DeferralHintTest();
      location.measure(5, IntStream.range(0, series).mapToObj(DeferralHintTest::key).toArray(SeriesKey[]::new));
      return () -> {
        location.measure(5, key(7));
        location.truck.harmless();
      };
    });
  }

  private static SeriesKey key(int number) {
    return new SeriesKey("temperature", "s" + number);
  }

  private static TakeGoods goods(long version, long useBy) {
    GoodsProfile chilled = new GoodsProfile(1, List.of("T2"), useBy);
    Stay here = new Stay("truck-1", PlaceType.TRUCK, 0, Stay.OPEN);
    return new TakeGoods(List.of(GoodsAt.whole("goods-1", version, chilled, List.of(here), Expiry.UNKNOWN, SENSORS.cause(1, 1))));
  }

  private void measure(double value, SeriesKey... series) {
    time += 1_000;
    long[] times = new long[series.length];
    Arrays.fill(times, time);
    double[] values = new double[series.length];
    Arrays.fill(values, value);
    long[] offsets = IntStream.range(0, series.length).mapToLong(i -> time + i).toArray();
    int[] numbers = IntStream.range(0, series.length).toArray();
    take(new TakeReadings(ReadingBatch.ofOriginals(SENSORS, List.of(series), numbers, times, values, offsets, times)));
  }

  private void take(LocationCommand command) {
    truck.apply(++version, truck.decide(command, History.EMPTY).event().orElseThrow());
    truck.effects(History.EMPTY);
  }
}
