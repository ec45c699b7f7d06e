package kongo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({"1ms, 1", "4.1s, 4100", "8.2h, 29520000", "2.01 s, 2010", "1.001s, 1001", "16.9m, 1014000", "36500d, 3153600000000", "0s, 0", "1.50m, 90000"})
  void isExact(String text, long millis) {
    assertThat(DurationText.millis(text)).hasValue(millis);
  }

  @Test
  void allThatAreWholeMillisecondsAreTaken() {
    for (int thousandths = 0; thousandths < 100_000; thousandths++) {
      assertThat(DurationText.millis("%d.%03ds".formatted(thousandths / 1_000, thousandths % 1_000))).hasValue(thousandths);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "5", "5 ", "s", "90minutes", "1e3s", ".5s", "5.s", "5\u00a0m", "5\tm", "+5m", "-5m", "-0s", "0.5ms", "1.0000000000000000000000001s", "5M", "5 m ", "99999999999999999999d",
    "1234567890123456789012345678901ms"
  })
  void nothingElseIs(String text) {
    assertThat(DurationText.millis(text)).isEqualTo(OptionalLong.empty());
  }
}
