package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** What is told of an excursion that goes on does not depend on how many beginnings of its runs are remembered. */
class RunBeginsTest {

  private static final int WORLDS = 300;
  private static final int READINGS = 150;
  private static final long MINUTE = 60_000;
  private static final RuleBook BOOK = RuleBooks.parse(
      """
      rules { warm { metric = temperature, max = 5, subject = LOCATION, hold = 6m, merge = 8m, deadband = 1, delay = 3m
                     escalate = [{ severity = CRITICAL, after = 60m }, { severity = MAJOR, after = 20m }], severity = MINOR } }
      """,
      "test");

  @Test
  void aMemoryOfOneIsAsGoodAsOneOfMany() {
    int revisions = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      List<String> told = told(seed, 1_000);
      assertThat(told(seed, 1 + seed % 3)).as("seed %d", seed).isEqualTo(told);
      revisions += told.size();
    }
    assertThat(revisions).as("worlds in which something is told").isGreaterThan(5 * WORLDS);
  }

  /** What has lasted for an hour by one clock has not by an earlier one, though its beginning was forgotten meanwhile. */
  @Test
  void whatWasForgottenIsLookedForAgainWhenTheClockGoesBack() {
    LocationState hall = LocationState.empty(
        "hall",
        new RuleIndex(RuleBooks.parse(
            "rules { warm { metric = temperature, max = 5, subject = LOCATION, hold = 3h, escalate = [{ severity = CRITICAL, after = 60m }], severity = MINOR } }",
            "test")),
        new LocationSettings(Long.MAX_VALUE, 1_000));
    List<String> told = new ArrayList<>();
    take(hall, "temperature", 30 * MINUTE, 9, 30, told);
    comes(hall, "a", 1, 100, told);
    comes(hall, "b", 1, 101, told);
    comes(hall, "b", 2, 40, told);
    comes(hall, "a", 2, 50, told);

    assertThat(told).containsExactly("30 1800000 OPEN MINOR", "100 1800000 OPEN CRITICAL", "50 1800000 OPEN MINOR");
  }

  private static void comes(LocationState hall, String goods, long version, long minute, List<String> told) {
    Stay stay = new Stay("hall", PlaceType.WAREHOUSE, minute * MINUTE, Stay.OPEN);
    GoodsAt word = GoodsAt.whole(
        goods, version, GoodsProfile.NONE, List.of(stay), Expiry.UNKNOWN, new Cause("rfid", 0, minute, minute * MINUTE));
    take(hall, new TakeGoods(List.of(word)), minute, told);
  }

  /** The clock is moved by readings of another metric, too: then nothing but how long it has lasted tells that there is something to say. */
  private static List<String> told(int seed, int runBegins) {
    Random random = new Random(seed);
    LocationState hall =
        LocationState.empty("hall", new RuleIndex(BOOK), new LocationSettings(Long.MAX_VALUE, 1_000).withRunBegins(runBegins));
    List<String> told = new ArrayList<>();
    long time = 0;
    for (int i = 1; i <= READINGS; i++) {
      time += random.nextInt(3) * MINUTE + 1_000;
      boolean isLate = random.nextInt(12) == 0;
      String metric = random.nextInt(3) == 0 ? "temperature" : "clock";
      long at = isLate ? Math.max(1, time - random.nextInt(40) * MINUTE) : time;
      take(hall, metric, at, random.nextInt(4) * 2 + 1, i, told);
    }
    return told;
  }

  private static void take(LocationState hall, String metric, long time, double value, long offset, List<String> told) {
    ReadingBatch batch = ReadingBatch.ofOriginals(
        new Source("sensors", 0), List.of(new SeriesKey(metric, "s")), new int[1], new long[] {time}, new double[] {value},
        new long[] {offset}, new long[] {offset});
    take(hall, new TakeReadings(batch), offset, told);
  }

  private static void take(LocationState hall, LocationCommand command, long offset, List<String> told) {
    hall.decide(command, History.EMPTY).event().ifPresent(event -> {
      hall.apply(hall.version() + 1, event);
      hall.effects(History.EMPTY).forEach(revision ->
          told.add(offset + " " + revision.violation().from() + " " + revision.violation().status() + " " + revision.violation().severity()));
    });
  }
}
