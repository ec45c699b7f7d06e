package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kongo.protocol.Decoded;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.rules.Condition;
import kongo.rules.Measured;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import org.junit.jupiter.api.Test;

class BenchBooksTest {

  private static final BenchBooks BOOKS = new BenchBooks(RuleBooks.shipped());

  @Test
  void thatOfEverythingJudgesEachMeasuredRuleOtherwise() {
    Map<String, Condition> shipped = RuleBooks.shipped().rules().stream().collect(Collectors.toMap(Rule::name, Rule::condition));
    List<Rule> measured = BOOKS.ofEverything().rules().stream().filter(rule -> rule.condition() instanceof Measured).toList();
    assertThat(measured).isNotEmpty().allSatisfy(rule -> assertThat(rule.condition()).isNotEqualTo(shipped.get(rule.name())));
  }

  @Test
  void thatOfNobodyHasOneRuleMore() {
    List<Rule> rules = BOOKS.ofNobody(1).rules();
    assertThat(rules).hasSize(RuleBooks.shipped().rules().size() + 1).containsAll(RuleBooks.shipped().rules());
    assertThat(BOOKS.ofNobody(2)).isNotEqualTo(BOOKS.ofNobody(1));
  }

  @Test
  void areTakenByNodes() {
    assertThat(List.of(BOOKS.ofEverything(), BOOKS.ofNobody(1))).allSatisfy(book -> assertThat(read(book)).isEqualTo(book));
  }

  private static Object read(RuleBook book) {
    byte[] value = RuleBookJson.encode(new RuleBookRecord(RuleHistory.EVER, book, "", ""));
    Decoded<RuleBookRecord> decoded = new RuleBookDecoder().decode(RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8), value, 0);
    return decoded instanceof Decoded.Usable<RuleBookRecord> usable ? usable.value().book() : decoded;
  }
}
