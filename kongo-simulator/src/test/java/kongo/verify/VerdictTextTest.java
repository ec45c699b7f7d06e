package kongo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class VerdictTextTest {

  private final SortedMap<String, Violation> all = SmallHouse.violations();
  private final Delays delays = new Delays();
  private List<String> failed = List.of();
  private StaysDifference stays = StaysDifference.NONE;

  @Test
  void endsWithClean() {
    assertThat(VerdictText.of(verdict(all, 0, List.of()))).contains("lost      0").contains("invented  0").contains("wrong     0").endsWith("clean");
  }

  @Test
  void showsTheFirstFewOfMany() {
    SortedMap<String, Violation> many = new TreeMap<>(all);
    Violation one = all.get(all.firstKey());
    IntStream.range(0, 7).forEach(i -> many.put("x" + i, Changed.id(one, "x" + i)));

    assertThat(VerdictText.of(verdict(many, 0, List.of())))
        .contains("invented  7").contains("  x0 ").contains("  x4 ").doesNotContain("  x5 ").contains("and 2 more").endsWith("NOT CLEAN");
  }

  @Test
  void namesTheRecordsThatWereGivenUp() {
    failed = List.of("kongo.rfid/3@7");
    assertThat(VerdictText.of(verdict(all, 0, List.of()))).contains("given up").contains("kongo.rfid/3@7").endsWith("clean");
  }

  @Test
  void tellsHowLateTheRevisionsWere() {
    IntStream.rangeClosed(1, 200).forEach(delays::add);
    assertThat(VerdictText.of(verdict(all, 0, List.of())))
        .contains("200 revisions, p50 100 ms, p99 198 ms, max 200 ms").doesNotContain("corrections");
  }

  @Test
  void isNotCleanWithUnreadRecordsOrContradictions() {
    assertThat(VerdictText.of(verdict(all, 3, List.of()))).contains("not at rest: 3 records").endsWith("NOT CLEAN");
    assertThat(VerdictText.of(verdict(all, 0, List.of("twice")))).contains("contradictory revisions 1").endsWith("NOT CLEAN");
  }

  @Test
  void isNotCleanWithOtherStaysThanExpected() {
    stays = new StaysDifference(List.of("goods-1"), List.of(), List.of());
    assertThat(VerdictText.of(verdict(all, 0, List.of()))).contains("lost stays 1").contains("  goods-1").endsWith("NOT CLEAN");
  }

  @Test
  void ofNoRecordsIsNeitherCleanNorNot() {
    Verdict nothing =
        new Verdict(
            0, 0, 0, new TreeMap<>(), new TreeMap<>(), 0, Difference.between(new TreeMap<>(), new TreeMap<>()), 0, 0, delays, new Delays(),
            StaysDifference.NONE, List.of(), 0, List.of(), List.of());
    assertThat(nothing.isClean()).isFalse();
    assertThat(VerdictText.of(nothing)).contains("NOTHING TO VERIFY").doesNotContainIgnoringCase("clean");
  }

  private Verdict verdict(SortedMap<String, Violation> observed, long unread, List<String> contradictions) {
    return new Verdict(
        10, 0, unread, all, observed, 0, Difference.between(all, observed), observed.size(), 0, delays, new Delays(), stays, contradictions, 0, failed, List.of());
  }
}
