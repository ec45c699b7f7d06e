package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BookLogTest {

  private final BookLog log = new BookLog(RuleBooks.shipped());

  @Test
  void knowsTheConfiguredBookAndThoseThatAreAccepted() {
    assertThat(log.version()).isEqualTo(RuleHistory.CONFIGURED);
    take(0, "{\"from\":5,\"book\":{\"rules\":{}}}");
    take(1, "{\"book\":{}}");
    take(4, "{\"book\":{\"rules\":{}}}");

    assertThat(log.version()).isEqualTo(4);
    assertThat(log.read()).isEqualTo(5);
    assertThat(log.history().sent()).extracting(RuleHistory.Sent::offset).containsExactly(-1L, 0L, 4L);
    assertThat(log.history().sent()).extracting(RuleHistory.Sent::from).containsExactly(RuleHistory.EVER, 5L, RuleHistory.EVER);
    assertThat(log.rules().causes().get(4L).offset()).isEqualTo(4);
    assertThat(log.rules().firstAfter(0)).hasValue(4);
    assertThat(log.rules().firstAfter(4)).isEmpty();
    assertThat(log.refusedFrom(0)).extracting(letter -> letter.record().offset()).containsExactly(1L);
    assertThat(log.refusedFrom(2)).isEmpty();
  }

  @Test
  void aRecordThatIsReadAgainIsNoNews() {
    take(0, "{\"book\":{\"rules\":{}}}");
    take(0, "{\"book\":{\"rules\":{}}}");
    log.readTo(3);
    take(2, "{\"book\":{\"rules\":{}}}");
    log.readTo(1);

    assertThat(log.history().sent()).hasSize(2);
    assertThat(log.read()).isEqualTo(3);
  }

  private void take(long offset, String value) {
    byte[] key = RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8);
    var record = new ConsumerRecord<>("kongo.rules", 0, offset, key, value.getBytes(StandardCharsets.UTF_8));
    log.take(record, new RuleBookDecoder().decode(record));
  }
}
