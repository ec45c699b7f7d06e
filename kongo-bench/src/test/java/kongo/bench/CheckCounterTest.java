package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.simulator.SimulatedRecord;
import org.junit.jupiter.api.Test;

class CheckCounterTest {

  private static final BenchWorld SMALL = BenchWorld.of(BenchWorld.Course.STEADY, 200, 30, 0.0015, 1);

  @Test
  void aReadingIsCheckedForEachGoodsThereWhoseRulesNameItsMetric() {
    assertThat(checks("rules { any { metric = temperature, max = 9, for = [T1, T2, T3, T4, T5] } }")).isPositive();
  }

  @Test
  void aRuleThatNamesNoMetricOfTheSensorsAsksForNothing() {
    assertThat(checks("rules { any { metric = noise, max = 9, for = [T1, T2, T3, T4, T5] } }")).isZero();
  }

  @Test
  void twoRulesOnOneMetricAreOneCheck() {
    String one = "rules { a { metric = humidity, max = 9, for = [DRY] } }";
    String two = "rules { a { metric = humidity, max = 9, for = [DRY] }, b { metric = humidity, max = 8, for = [DRY] } }";
    assertThat(checks(two)).isEqualTo(checks(one));
  }

  @Test
  void rulesOfAPlaceAreNoChecksOfGoods() {
    assertThat(checks("rules { a { metric = humidity, max = 9, at = ANY, subject = LOCATION } }")).isZero();
  }

  private static long checks(String rules) {
    RuleBook book = RuleBooks.parse("hold = 90m\n" + rules, "test");
    CheckCounter counter = new CheckCounter(book);
    BenchRecords records = new BenchRecords(SMALL);
    count(records.settling(), counter);
    count(records.running(2_000), counter);
    return counter.checks();
  }

  private static void count(Iterator<SimulatedRecord> records, CheckCounter counter) {
    records.forEachRemaining(counter::take);
  }
}
