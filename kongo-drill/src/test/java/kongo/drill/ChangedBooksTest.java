package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kongo.protocol.Decoded;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import org.junit.jupiter.api.Test;

class ChangedBooksTest {

  private static final int MANY = 300;

  @Test
  void areBooksThatANodeTakesAndNoneSaysWhatAnotherDoes() {
    List<RuleBook> books = Stream.generate(new ChangedBooks(new SplittableRandom(3))::ofAll).limit(MANY).toList();
    assertThat(books).allSatisfy(book -> assertThat(sentAndRead(book)).isEqualTo(book));
    assertThat(books.stream().map(RuleBook::hash).distinct()).hasSize(MANY).doesNotContain(RuleBooks.shipped().hash());
  }

  @Test
  void areTheSameOfTheSameSeed() {
    assertThat(new ChangedBooks(new SplittableRandom(5)).ofAll()).isEqualTo(new ChangedBooks(new SplittableRandom(5)).ofAll());
  }

  @Test
  void mayBeOfNoConcernToGoods() {
    RuleBook shipped = RuleBooks.shipped();
    assertThat(Stream.generate(new ChangedBooks(new SplittableRandom(4))::ofLocations).limit(MANY)).allSatisfy(book -> {
      assertThat(book.settleMillis()).isEqualTo(shipped.settleMillis());
      assertThat(book.rules()).isNotEqualTo(shipped.rules());
    });
  }

  private static RuleBook sentAndRead(RuleBook book) {
    byte[] value = RuleBookJson.encode(new RuleBookRecord(RuleHistory.EVER, book, "", ""));
    var decoded = new RuleBookDecoder().decode(RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8), value, 0);
    assertThat(decoded).isInstanceOf(Decoded.Usable.class);
    return decoded instanceof Decoded.Usable<RuleBookRecord> usable ? usable.value().book() : null;
  }
}
