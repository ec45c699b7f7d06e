package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBooks;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RulesJsonTest {

  private static final long NOW = 1_000;

  private final BookLog books = new BookLog(RuleBooks.shipped());
  private final SpreadView spread = new SpreadView();

  private void take(long offset, String value) {
    var record = new ConsumerRecord<>(
        "kongo.rules", 0, offset, 500 + offset, TimestampType.CREATE_TIME, 0, 0, RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8),
        value.getBytes(StandardCharsets.UTF_8), new RecordHeaders(), Optional.empty());
    books.take(record, new RuleBookDecoder().decode(record));
  }

  private JsonNode json() {
    return RulesJson.of(books, spread, NOW);
  }

  @Test
  void beforeAnyIsSentThereIsTheConfiguredOne() {
    assertThat(json().get("version").longValue()).isEqualTo(-1);
    assertThat(json().get("books")).hasSize(1);
    assertThat(json().at("/books/0/from").isNull()).isTrue();
    assertThat(json().at("/books/0/state").textValue()).isEqualTo("now");
    assertThat(json().at("/books/0/hash").textValue()).isEqualTo(RuleBooks.shipped().hash());
    assertThat(json().at("/spread/toDo").longValue()).isZero();
  }

  @Test
  void tellsOfEachWhoSentItAndWhatBecameOfIt() {
    take(0, "{\"from\":900,\"book\":{\"rules\":{}},\"by\":\"ann\",\"comment\":\"summer\"}");
    take(1, "{\"book\":{}}");
    take(2, "{\"from\":2000,\"book\":{\"rules\":{}}}");

    JsonNode json = json();
    assertThat(json.get("version").longValue()).isEqualTo(2);
    assertThat(json.get("books")).extracting(each -> each.get("state").textValue()).containsExactly("past", "now", "scheduled");
    JsonNode first = json.at("/books/1");
    assertThat(first.get("version").longValue()).isZero();
    assertThat(first.get("from").longValue()).isEqualTo(900);
    assertThat(first.get("by").textValue()).isEqualTo("ann");
    assertThat(first.get("comment").textValue()).isEqualTo("summer");
    assertThat(first.get("sent").longValue()).isEqualTo(500);
    assertThat(json.get("refused")).hasSize(1);
    assertThat(json.at("/refused/0/version").longValue()).isEqualTo(1);
    assertThat(json.at("/refused/0/reason").textValue()).isEqualTo("invalid-rule-book");
    assertThat(json.at("/refused/0/detail").textValue()).contains("rules");
  }

  @Test
  void tellsTheNewestOnlyWhereThereAreVeryMany() {
    for (int i = 0; i < 2_003; i++) {
      take(i, i % 2 == 0 ? "{\"book\":{\"rules\":{}}}" : "{}");
    }
    JsonNode json = json();
    assertThat(json.get("sent").intValue()).isEqualTo(1_002);
    assertThat(json.get("books")).hasSize(1_001);
    assertThat(json.at("/books/0/version").longValue()).isEqualTo(-1);
    assertThat(json.at("/books/1/version").longValue()).isEqualTo(4);
    assertThat(json.at("/books/1000/version").longValue()).isEqualTo(2_002);
    assertThat(json.get("refused")).hasSize(1_000);
    assertThat(json.at("/refused/999/version").longValue()).isEqualTo(2_001);
  }

  @Test
  void tellsHowFarTheNewestIs() {
    spread.take(new BookTalk.Progress(5, 5, 4, 12, 40, 1, List.of("Location hub"), List.of("Location hub cannot take the rule books: why")));
    JsonNode progress = json().get("spread");
    assertThat(progress.get("known").longValue()).isEqualTo(5);
    assertThat(progress.get("target").longValue()).isEqualTo(5);
    assertThat(progress.get("completed").longValue()).isEqualTo(4);
    assertThat(progress.get("done").longValue()).isEqualTo(12);
    assertThat(progress.get("toDo").longValue()).isEqualTo(28);
    assertThat(progress.get("failing").longValue()).isEqualTo(1);
    assertThat(progress.at("/failed/0").textValue()).isEqualTo("Location hub");
    assertThat(progress.at("/troubles/0").textValue()).contains("why");
  }

  @Test
  void whatIsNotCountedYetIsNotToldAsNothing() {
    spread.take(new BookTalk.Progress(5, 5, 4, 12, -1, 0, List.of(), List.of()));
    assertThat(json().at("/spread/toDo").isNull()).isTrue();
  }

  @Test
  void anOlderNodeDoesNotSayWhichFail() {
    spread.take(new BookTalk.Progress(5, 5, 4, 12, 40, 1, null, List.of()));
    assertThat(json().at("/spread/failed")).isEmpty();
  }
}
