package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

class ViolationWordsTest {

  @Test
  void sayWhoWhereWhatAndForHowLong() {
    var violation = Violations.tooWarm("v", Status.CLOSED);
    assertThat(ViolationWords.of(violation, List.of("MEDICINAL", "T2"))).isEqualTo("goods-17 (MEDICINAL, T2) in truck-12: temperature 9.7 above 8 for 3 min");
  }

  @Test
  void sayOfAnOpenOneSinceWhen() {
    assertThat(ViolationWords.of(Violations.tooWarm("v", Status.OPEN), List.of())).isEqualTo("goods-17 in truck-12: temperature 9.7 above 8 since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfARetractedOneThatItNeverWas() {
    assertThat(ViolationWords.of(Violations.tooWarm("v", Status.RETRACTED), List.of())).startsWith("never was: goods-17");
  }

  @Test
  void nameTheCulpritsButNotAll() {
    assertThat(ViolationWords.of(Violations.withHazard(List.of("a", "b", "c", "d")), List.of("EDIBLE")))
        .isEqualTo("goods-1 (EDIBLE) in truck-2: together with HAZARDOUS a, b, c, ... since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfALocationHowMuchTooMuch() {
    assertThat(ViolationWords.of(Violations.overload(), List.of())).isEqualTo("truck-2: weight 512.5 above 500 for 3 h");
  }

  @Test
  void sayOfAMisplacedGoodsWhereItWasNotAndNothingOfFromOrTo() {
    assertThat(ViolationWords.of(Violations.misplaced(), List.of())).isEqualTo("goods-3: a move names warehouse-1, where it was not, at 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfARateHowFast() {
    assertThat(ViolationWords.of(Violations.warming(), List.of()))
        .isEqualTo("goods-17 in truck-12: temperature changing by 18 per hour above 12 since 2026-11-21T12:00:00Z");
  }

  @Test
  void sayOfExclusiveBoundsThatTheyWereNotKept() {
    assertThat(ViolationWords.of(Violations.jolted(5), List.of())).contains("acceleration 5 not below 5");
    assertThat(ViolationWords.of(Violations.jolted(1), List.of())).contains("acceleration 1 not above 1");
  }
}
