package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import org.junit.jupiter.api.Test;

class RuleBookDecoderTest {

  private static final String BOOK = "{\"hold\":\"90m\",\"rules\":{\"cool\":{\"metric\":\"temperature\",\"max\":8,\"for\":[\"T2\"]}}}";

  private final RuleBookDecoder decoder = new RuleBookDecoder();

  @Test
  void readsABookAsOneInAFile() {
    RuleBookRecord record = usable("{\"from\":-5,\"book\":%s,\"by\":\"ann\",\"comment\":\"summer\"}".formatted(BOOK));
    assertThat(record.book()).isEqualTo(RuleBooks.parse("hold = 90m\nrules { cool { metric = temperature, max = 8, for = [T2] } }", "file"));
    assertThat(record).extracting(RuleBookRecord::from, RuleBookRecord::by, RuleBookRecord::comment).containsExactly(-5L, "ann", "summer");
  }

  @Test
  void takesOneWithoutFromAsSinceEver() {
    for (String from : new String[] {"", "\"from\":null,", "\"from\":-9223372036854775808,", "\"other\":{\"book\":1},"}) {
      assertThat(usable("{" + from + "\"book\":" + BOOK + "}")).as(from)
          .isEqualTo(new RuleBookRecord(RuleHistory.EVER, usable("{\"book\":" + BOOK + "}").book(), "", ""));
    }
    assertThat(usable("{\"book\":{\"rules\":{}}}").book().rules()).isEmpty();
  }

  @Test
  void ofRepeatedBooksTakesTheLast() {
    assertThat(usable("{\"book\":5,\"book\": " + BOOK + " }").book().rules()).hasSize(1);
    refuses("{\"book\":" + BOOK + ",\"book\":null}", Reason.INVALID_RULE_BOOK, "book is missing");
  }

  @Test
  void namesRuleAndKeyOfWhatIsWrongWithABook() {
    refuses("{\"book\":{\"rules\":{\"cool\":{\"metric\":\"heat\",\"maxx\":8,\"for\":[\"T2\"]}}}}", Reason.INVALID_RULE_BOOK, "rule cool, key maxx is unknown");
    refuses("{\"book\":{\"rules\":{\"cool\":{\"metric\":\"load.height\",\"max\":8,\"for\":[\"T2\"]}}}}", Reason.INVALID_RULE_BOOK, "rule cool, key metric");
    refuses("{\"book\":{\"hold\":\"90m\"}}", Reason.INVALID_RULE_BOOK, "key rules is required");
    refuses("{\"book\":{\"rules\":null}}", Reason.INVALID_RULE_BOOK, "key rules is required");
    refuses("{\"book\":{\"rules\":{},\"comment\":\"x\"}}", Reason.INVALID_RULE_BOOK, "key comment is unknown");
    refuses("{\"book\":{\"rules\":{\"a\":{\"stay\":\"1d\",\"for\":[\"x\"]},\"a\":{\"stay\":\"2d\",\"for\":[\"x\"]}}}}", Reason.INVALID_RULE_BOOK, "rule a is given twice");
    refuses("{\"book\":{\"rules\":{\"a\":{\"metric\":\"m\",\"max\":1e999,\"for\":[\"x\"]}}}}", Reason.INVALID_RULE_BOOK, "key max");
  }

  @Test
  void tellsTheFirstOfManyMistakesOnOneLine() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      rules.append(i > 0 ? "," : "").append("\n\"r").append(i).append("\":{}");
    }
    Decoded.Refused<?> refused = refused("{\"book\":{\"rules\":{" + rules + "}}}", "book");
    assertThat(refused.detail()).contains("rule r0").endsWith("more.").doesNotContain("rule r8").doesNotContain("\n");
  }

  @Test
  void refusesWhatIsNoBook() {
    for (String book : new String[] {"5", "\"rules {}\"", "[]", "true", "null"}) {
      refuses("{\"book\":" + book + "}", Reason.INVALID_RULE_BOOK, "book is ");
    }
    refuses("{\"from\":5}", Reason.INVALID_RULE_BOOK, "book is missing");
    refuses(BOOK, Reason.INVALID_RULE_BOOK, "book is missing");
  }

  @Test
  void judgesWhatIsBesideAsEverywhere() {
    refuses("{\"from\":\"5\",\"book\":5}", Reason.WRONG_TYPE, "from must be milliseconds");
    refuses("{\"from\":9223372036854775808,\"book\":5}", Reason.OUT_OF_RANGE, "from is 9223372036854775808");
    refuses("{\"by\":5,\"book\":" + BOOK + "}", Reason.WRONG_TYPE, "by must be text");
    refuses("{\"comment\":[],\"book\":" + BOOK + "}", Reason.WRONG_TYPE, "comment must be text");
    refuses("{\"book\":", Reason.NOT_JSON, "ends before");
    assertThat(decoder.decode("book".getBytes(StandardCharsets.UTF_8), null, 0)).isInstanceOfSatisfying(
        Decoded.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_JSON));
  }

  @Test
  void refusesAnotherKeyButTheBooksMistakesFirst() {
    assertThat(refused("{\"book\":" + BOOK + "}", "Book")).extracting(Decoded.Refused::reason).isEqualTo(Reason.KEY_MISMATCH);
    assertThat(refused("{\"book\":5}", "Book")).extracting(Decoded.Refused::reason).isEqualTo(Reason.INVALID_RULE_BOOK);
  }

  private RuleBookRecord usable(String value) {
    Decoded<RuleBookRecord> decoded = decode(value, "book");
    assertThat(decoded).as(value).isInstanceOf(Decoded.Usable.class);
    return ((Decoded.Usable<RuleBookRecord>) decoded).value();
  }

  private void refuses(String value, Reason reason, String detail) {
    assertThat(refused(value, "book")).as(value).satisfies(refused -> {
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused.detail()).contains(detail);
    });
  }

  private Decoded.Refused<?> refused(String value, String key) {
    Decoded<RuleBookRecord> decoded = decode(value, key);
    assertThat(decoded).as(value).isInstanceOf(Decoded.Refused.class);
    return (Decoded.Refused<?>) decoded;
  }

  private Decoded<RuleBookRecord> decode(String value, String key) {
    return decoder.decode(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8), 0);
  }
}
