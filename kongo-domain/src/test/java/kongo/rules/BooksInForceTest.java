package kongo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.rules.BooksInForce.State;
import org.junit.jupiter.api.Test;

class BooksInForceTest {

  private static final RuleBook BOOK = RuleBooks.parse("rules {}", "book");

  @Test
  void theLastOneThatHoldsCounts() {
    BooksInForce books = new BooksInForce(RuleHistory.of(BOOK).and(3, 100, BOOK).and(5, 50, BOOK).and(9, 200, BOOK));
    assertThat(books.at(49)).isEqualTo(RuleHistory.CONFIGURED);
    assertThat(books.at(100)).isEqualTo(5);
    assertThat(books.at(200)).isEqualTo(9);
  }

  @Test
  void tellsWhatIsPastComesOrNeverCounts() {
    BooksInForce books = new BooksInForce(RuleHistory.of(BOOK).and(3, 100, BOOK).and(5, 50, BOOK).and(9, 200, BOOK));
    assertThat(books.state(RuleHistory.CONFIGURED, 150)).isEqualTo(State.PAST);
    assertThat(books.state(3, 150)).isEqualTo(State.NEVER);
    assertThat(books.state(5, 150)).isEqualTo(State.NOW);
    assertThat(books.state(9, 150)).isEqualTo(State.SCHEDULED);
    assertThat(books.state(5, 49)).isEqualTo(State.SCHEDULED);
    assertThat(books.state(9, Long.MAX_VALUE)).isEqualTo(State.NOW);
  }
}
