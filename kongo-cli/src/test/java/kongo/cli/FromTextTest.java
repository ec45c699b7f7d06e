package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kongo.rules.RuleHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class FromTextTest {

  private final FromText text = new FromText();

  @Test
  void readsTimesAndWords() {
    assertThat(text.convert("2026-11-21T08:00:00Z")).isEqualTo(1_795_248_000_000L);
    assertThat(text.convert("1795248000000")).isEqualTo(1_795_248_000_000L);
    assertThat(text.convert("ever")).isEqualTo(RuleHistory.EVER);
    assertThat(text.convert("now")).isBetween(1_795_248_000_000L, Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1795248000", "0", "1999-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z"})
  void refusesWhatIsOfAnotherEra(String other) {
    assertThatThrownBy(() -> text.convert(other)).isInstanceOf(TypeConversionException.class).hasMessageContaining("2000 to 9999");
  }
}
