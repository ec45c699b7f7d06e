package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void nothingMovesTheCursor() {
    assertThat(Printable.of("a\033[2Jb\r\u202ec\nd\u0000")).isEqualTo("a\\u001b[2Jb\\u000d\\u202ec d\\u0000");
    assertThat(Printable.of("Kühlbox 水 😀")).isEqualTo("Kühlbox 水 😀");
  }

  @Test
  void onlyTheBeginIsShownOfWhatIsLong() {
    assertThat(Printable.start("x".repeat(3_000).getBytes(StandardCharsets.UTF_8), 10)).isEqualTo("xxxxxxxxxx... (3,000 bytes)");
    assertThat(Printable.start("0123456789".getBytes(StandardCharsets.UTF_8), 10)).isEqualTo("0123456789");
    assertThat(Printable.start(new byte[] {(byte) 0xff, 'a'}, 10)).isEqualTo("\ufffda");
    assertThat(Printable.start(null, 10)).isEqualTo("(no value)");
  }
}
