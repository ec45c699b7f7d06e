package kongo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import kongo.protocol.CauseHeaders;
import kongo.protocol.ViolationJson;
import kongo.violation.Cause;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ViolationLogTest {

  private final Violation violation = SmallHouse.violations().get(SmallHouse.violations().firstKey());
  private final ViolationLog log = new ViolationLog(Map.of());

  @Test
  void aRevisionThatIsPublishedAgainMuchLaterIsNotLate() {
    log.read(published(1, 100));
    log.read(published(1, 3_600_000));
    log.read(published(2, 200));
    log.read(published(1, 3_700_000));

    assertThat(log.records()).isEqualTo(4);
    assertThat(log.repeated()).isEqualTo(2);
    assertThat(log.delays().count()).isEqualTo(2);
    assertThat(log.delays().max()).isEqualTo(200);
    assertThat(log.contradictions()).isEmpty();
  }

  private ConsumerRecord<byte[], byte[]> published(long revision, long after) {
    byte[] key = violation.id().getBytes(StandardCharsets.UTF_8);
    byte[] value = ViolationJson.encode(revision, violation);
    var headers = new RecordHeaders();
    CauseHeaders.write(new Cause("kongo.sensors", 0, 0, 0), headers);
    return new ConsumerRecord<>("kongo.violations", 0, 0, after, TimestampType.CREATE_TIME, key.length, value.length, key, value, headers, Optional.empty());
  }
}
