package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class ViolationWordsTest {

  @Test
  void sayWhoWhereWhatAndForHowLong() {
    var violation = Violations.tooWarm("v", Status.CLOSED);
    assertThat(ViolationWords.of(violation, List.of("MEDICINAL", "T2"))).isEqualTo("major: goods-17 (MEDICINAL, T2) in truck-12: temperature 9.7 above 8 for 3 min");
  }

  @Test
  void sayOfAnOpenOneSinceWhen() {
    assertThat(ViolationWords.of(Violations.tooWarm("v", Status.OPEN), List.of())).isEqualTo("major: goods-17 in truck-12: temperature 9.7 above 8 since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfARetractedOneThatItNeverWas() {
    assertThat(ViolationWords.of(Violations.tooWarm("v", Status.RETRACTED), List.of())).startsWith("never was: goods-17");
  }

  @Test
  void nameTheCulpritsButNotAll() {
    assertThat(ViolationWords.of(Violations.withHazard(List.of("a", "b", "c", "d")), List.of("EDIBLE")))
        .isEqualTo("major: goods-1 (EDIBLE) in truck-2: together with HAZARDOUS a, b, c, ... since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfALocationHowMuchTooMuch() {
    assertThat(ViolationWords.of(Violations.overload(), List.of())).isEqualTo("major: truck-2: weight 512.5 above 500 for 3 h");
  }

  @Test
  void sayOfAMisplacedGoodsWhereItWasReadAndNothingOfFromOrTo() {
    assertThat(ViolationWords.of(Violations.misplaced(), List.of())).isEqualTo("warning: goods-3: read at warehouse-1 while it was elsewhere, at 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfAGoodsOnAWrongWayWhereItIs() {
    assertThat(ViolationWords.of(Violations.misrouted(), List.of())).isEqualTo("major: goods-3 in warehouse-9: not on its route since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfARateHowFast() {
    assertThat(ViolationWords.of(Violations.warming(), List.of()))
        .isEqualTo("major: goods-17 in truck-12: temperature changing by 18 per hour above 12 since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfASilenceWhenItHadLastedTooLong() {
    assertThat(words(Violations.silent("goods-3", "truck-12", null)))
        .isEqualTo("minor: goods-3 in truck-12: no temperature for 15 min by 2026-11-21T12:00:00Z, and none since");
    assertThat(words(Violations.silent("goods-3", "truck-12", Violations.NOON + 300_000)))
        .isEqualTo("minor: goods-3 in truck-12: no temperature for 15 min by 2026-11-21T12:00:00Z, and none for 5 min more");
    assertThat(words(Violations.silent(null, "truck-12", null)))
        .isEqualTo("minor: truck-12: no temperature for 15 min by 2026-11-21T12:00:00Z, and none since");
    assertThat(words(Violations.silent("box-1", "box-1", null)))
        .isEqualTo("minor: box-1 at itself (its own logger): no temperature for 15 min by 2026-11-21T12:00:00Z, and none since");
  }

  @Test
  void sayOfAnOverstayWhenItShouldHaveLeft() {
    assertThat(words(Violations.overstayed(null))).isEqualTo("minor: goods-3 in warehouse-9: there for 30 d by 2026-11-21T12:00:00Z, and still");
    assertThat(words(Violations.overstayed(Violations.NOON + 3 * 3_600_000)))
        .isEqualTo("minor: goods-3 in warehouse-9: there for 30 d by 2026-11-21T12:00:00Z, and for 3 h more");
  }

  @Test
  void sayOfAnExpiredGoodsSinceWhenOrForHowLong() {
    assertThat(words(Violations.expired(null))).isEqualTo("critical: goods-3 in warehouse-9: expired since 2026-11-21T12:00:00Z");
    assertThat(words(Violations.expired(Violations.NOON + 300_000))).isEqualTo("critical: goods-3 in warehouse-9: expired for 5 min");
  }

  @Test
  void sayOfWhatALoggerInTheBoxSaysThatItIsAtTheGoodsItself() {
    assertThat(ViolationWords.of(Violations.atItself(11, 10), List.of("T2")))
        .isEqualTo("major: box-1 (T2) at itself (its own logger): temperature 11 above 10 since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayHowManyWhereSomeAreAllowedOrNeeded() {
    var none = OptionalDouble.empty();
    var others = List.of("a", "b", "c");
    assertThat(words(Violations.aboard("goods-1", 3, none, OptionalDouble.of(2), others)))
        .isEqualTo("major: goods-1 in truck-2: together with 3 COOLER above 2: a, b, c since 2026-11-21T12:00:00Z");
    assertThat(words(Violations.aboard("goods-1", 0, OptionalDouble.of(1), none, List.of())))
        .isEqualTo("major: goods-1 in truck-2: together with 0 COOLER below 1 since 2026-11-21T12:00:00Z");
    assertThat(words(Violations.aboard(null, 3, none, OptionalDouble.of(2), others)))
        .isEqualTo("major: truck-2: 3 COOLER aboard above 2: a, b, c since 2026-11-21T12:00:00Z");
    assertThat(words(Violations.aboard(null, 3, none, OptionalDouble.of(0), others)))
        .isEqualTo("major: truck-2: COOLER aboard: a, b, c since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayHowManyGoodsAreTooMany() {
    assertThat(words(Violations.crowded(null))).isEqualTo("major: truck-2: count 5 above 3 since 2026-11-21T12:00:00Z");
    assertThat(words(Violations.crowded("goods-1"))).isEqualTo("major: goods-1 in truck-2: count 5 above 3 since 2026-11-21T12:00:00Z");
  }

  @Test
  void neverRoundAwayThatABoundIsBroken() {
    assertThat(words(Violations.atItself(8.001, 8))).contains("temperature 8.001 above 8 since");
    assertThat(words(Violations.atItself(0.001, -0.001))).contains("temperature 0.001 above -0.001 since");
    assertThat(words(Violations.atItself(-0.0, -1))).contains("temperature 0 above -1 since");
    assertThat(words(Violations.atItself(1e300, 8))).contains("temperature 1.0E300 above 8 since");
    assertThat(words(Violations.atItself(8.126, 8))).contains("temperature 8.13 above 8 since");
  }

  private static String words(Violation violation) {
    return ViolationWords.of(violation, List.of());
  }

  @Test
  void sayOfExclusiveBoundsThatTheyWereNotKept() {
    assertThat(ViolationWords.of(Violations.jolted(5), List.of())).contains("acceleration 5 not below 5");
    assertThat(ViolationWords.of(Violations.jolted(1), List.of())).contains("acceleration 1 not above 1");
  }
}
