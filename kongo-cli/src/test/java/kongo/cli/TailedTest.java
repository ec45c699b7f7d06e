package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Reason;
import kongo.protocol.ViolationJson;
import kongo.violation.Status;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TailedTest {

  private final RecordHeaders none = new RecordHeaders();

  @Test
  void aRevisionIsNewsOnce() {
    var violations = new TailedViolations();
    var second = record(ViolationJson.encode(2, Violations.tooWarm("v", Status.OPEN)), none, 0);
    assertThat(violations.isNews(second)).isTrue();
    assertThat(violations.isNews(second)).isFalse();
    assertThat(violations.isNews(record(ViolationJson.encode(1, Violations.tooWarm("v", Status.OPEN)), none, 1))).isFalse();
    assertThat(violations.isNews(record(ViolationJson.encode(3, Violations.tooWarm("v", Status.CLOSED)), none, 2))).isTrue();
  }

  @Test
  void theLatestAreTheLatestNews() {
    var latest = new LatestRecords(2);
    for (int i = 0; i < 5; i++) {
      latest.add(record(new byte[0], none, (i * 3) % 5));
    }
    assertThat(latest.inOrder()).extracting(ConsumerRecord::timestamp).containsExactly(3L, 4L);
  }

  @Test
  void whatIsNoViolationIsNamed() {
    var violations = new TailedViolations();
    assertThat(violations.isNews(record("{".getBytes(StandardCharsets.UTF_8), none, 0))).isTrue();
    assertThat(violations.words(record("{".getBytes(StandardCharsets.UTF_8), none, 7))).startsWith("topic/0@7 is no violation");
  }

  @Test
  void aDeadLetterTellsPlaceReasonAndBegin() {
    var letters = new TailedDeadLetters();
    new DeadLetterHeaders(Reason.WRONG_TYPE, "value: wrong-type", "kongo.sensors", 3, 17).write(none);
    var letter = record("{\"value\":\"21.5\"\n}".getBytes(StandardCharsets.UTF_8), none, 0);
    assertThat(letters.isNews(letter)).isTrue();
    assertThat(letters.isNews(letter)).isFalse();
    assertThat(letters.words(letter)).isEqualTo("kongo.sensors/3@17 wrong-type (value: wrong-type): {\"value\":\"21.5\" }");
    assertThat(letters.json(letter)).contains("\"offset\":17").contains("\"reason\":\"wrong-type\"");
    assertThat(letters.words(record(null, new RecordHeaders(), 4))).isEqualTo("topic/0@4 does not say why it is there: (no value)");
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value, Headers headers, long offset) {
    return new ConsumerRecord<>("topic", 0, offset, offset, TimestampType.CREATE_TIME, -1, -1, null, value, headers, Optional.empty());
  }
}
