package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.Test;

class BookDifferenceTest {

  @Test
  void namesRulesThatCameWentOrChangedAndTheirKeys() {
    RuleBook before = book("settle = 30s, rules { a { metric = m, max = 8, for = [x] }, b { stay = 1d, for = [x] }, same { metric = m, min = 1, for = [x] } }");
    RuleBook after = book("rules { a { metric = m, max = 9, above = 2, for = [x] }, c { metric = m, silent = 5m, for = [x] }, same { metric = m, min = 1.0, for = [x] } }");
    assertThat(BookDifference.between(before, after)).extracting(BookDifference::words).containsExactly(
        "~ rule a above: none -> 2, max: 8 -> 9",
        "- rule b {\"stay\":\"1d\",\"for\":[\"x\"]}",
        "+ rule c {\"metric\":\"m\",\"silent\":\"5m\",\"for\":[\"x\"]}",
        "- settle \"30s\"");
    assertThat(BookDifference.between(before, before)).isEmpty();
  }

  private static RuleBook book(String text) {
    return RuleBooks.parse(text, "book");
  }
}
