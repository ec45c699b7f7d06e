package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import org.junit.jupiter.api.Test;

class RuleBookJsonTest {

  private static final int BOOKS = 2_000;

  @Test
  void isReadAsTheSameBook() {
    for (int seed = 0; seed < BOOKS; seed++) {
      RuleBook book = new RandomBooks(seed).next();
      RuleBook read = RuleBooks.parse(RuleBookJson.text(book), "text");
      assertThat(read).as(RuleBookJson.text(book)).isEqualTo(book);
      assertThat(read.hash()).isEqualTo(book.hash());
    }
  }

  @Test
  void isDecodedAsItWasSent() {
    for (long from : new long[] {RuleHistory.EVER, -1, 0, Long.MAX_VALUE}) {
      RuleBookRecord record = new RuleBookRecord(from, new RandomBooks(from).next(), "ann \"\n\ud83d\ude9a", "");
      assertThat(decoded(RuleBookJson.encode(record))).isEqualTo(new Decoded.Usable<>(record));
    }
  }

  @Test
  void keepsTheShippedBook() {
    assertThat(RuleBooks.parse(RuleBookJson.text(RuleBooks.shipped()), "text")).isEqualTo(RuleBooks.shipped());
  }

  @Test
  void writesDurationsAsPeopleDo() {
    String rules = "rules { a { stay = 36h, for = [x] }, b { stay = 48h, for = [x] }, c { stay = 1500ms, for = [x] } }";
    assertThat(RuleBookJson.text(RuleBooks.parse("settle = 90s, " + rules, "text")))
        .contains("\"settle\":\"90s\"", "\"stay\":\"36h\"", "\"stay\":\"2d\"", "\"stay\":\"1500ms\"");
  }

  private static Decoded<RuleBookRecord> decoded(byte[] value) {
    return new RuleBookDecoder().decode(RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8), value, 0);
  }
}
