package kongo.baseline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final Limits LIMITS = Limits.of(RuleBooks.parse("""
      hold = 90m
      rules {
        chilled { metric = temperature, min = 2, max = 8, for = [T2] }
        gentle { metric = acceleration, below = 5, at = TRUCK, for = [FRAGILE] }
        no-food { metric = "aboard.EDIBLE", max = 0, for = [MEDICINAL] }
      }
      """, "test"));

  @Test
  void keepsInclusiveAndExclusiveBounds() {
    int temperature = LIMITS.metric("temperature");
    int acceleration = LIMITS.metric("acceleration");
    assertThat(LIMITS.brokenBy(temperature, 8)).isZero();
    assertThat(LIMITS.brokenBy(temperature, 8.1)).isEqualTo(bit("chilled"));
    assertThat(LIMITS.brokenBy(temperature, 1.9)).isEqualTo(bit("chilled"));
    assertThat(LIMITS.brokenBy(acceleration, 4.9)).isZero();
    assertThat(LIMITS.brokenBy(acceleration, 5)).isEqualTo(bit("gentle"));
  }

  @Test
  void protectsGoodsByCategoryAndPlace() {
    assertThat(LIMITS.protecting(List.of("T2", "FRAGILE"), PlaceType.TRUCK)).isEqualTo(bit("chilled") | bit("gentle"));
    assertThat(LIMITS.protecting(List.of("T2", "FRAGILE"), PlaceType.WAREHOUSE)).isEqualTo(bit("chilled"));
    assertThat(LIMITS.protecting(List.of("MEDICINAL"), PlaceType.TRUCK)).isZero();
  }

  @Test
  void refusesRulesThatItWouldNotJudge() {
    var book = RuleBooks.parse("hold = 90m, rules { damp { metric = humidity, max = 60, subject = LOCATION } }", "test");
    assertThatThrownBy(() -> Limits.of(book)).hasMessageContaining("damp");
  }

  private static long bit(String rule) {
    return LIMITS.rule(0).name().equals(rule) ? 1 : 2;
  }
}
