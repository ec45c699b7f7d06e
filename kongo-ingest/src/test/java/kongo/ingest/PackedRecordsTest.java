package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What is kept of records comes out as it went in. */
class PackedRecordsTest {

  private static final TopicPartition PARTITION = new TopicPartition("sensors", 3);

  private final PackedRecords packed =
      new PackedRecords(
          PARTITION, List.of(record(5, "truck-1", "{\"a\":1}"), record(7, null, "{}"), record(8, "truck-2", null), record(12, "", "last")));

  private static ConsumerRecord<byte[], byte[]> record(long offset, String key, String value) {
    return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, bytes(key), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private void assertRecord(long offset, String key, String value) {
    ConsumerRecord<byte[], byte[]> found = packed.at(offset).orElseThrow();
    assertThat(found.topic()).isEqualTo("sensors");
    assertThat(found.partition()).isEqualTo(3);
    assertThat(found.offset()).isEqualTo(offset);
    assertThat(found.key()).isEqualTo(bytes(key));
    assertThat(found.value()).isEqualTo(bytes(value));
  }

  @Test
  void recordsAreFoundByTheirOffsets() {
    assertRecord(5, "truck-1", "{\"a\":1}");
    assertRecord(12, "", "last");
    assertThat(packed.at(6)).isEmpty();
    assertThat(packed.at(13)).isEmpty();
  }

  @Test
  void whatIsMissingStaysMissing() {
    assertRecord(7, null, "{}");
    assertRecord(8, "truck-2", null);
  }

  @Test
  void allComeInTheOrderOfTheirOffsets() {
    assertThat(packed.all().map(ConsumerRecord::offset)).containsExactly(5L, 7L, 8L, 12L);
  }

  @Test
  void manyComeOutAsTheyWentIn() {
    List<ConsumerRecord<byte[], byte[]>> many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> record(3 * i, "truck-" + i % 100, "{\"time\":" + i * 7919L + ",\"location\":\"truck-" + i % 100 + "\"}"))
            .toList();
    PackedRecords packedMany = new PackedRecords(PARTITION, many);

    assertThat(packedMany.all()).usingRecursiveFieldByFieldElementComparator().containsExactlyElementsOf(many);
    assertThat(packedMany.at(3 * 4_321).orElseThrow().value()).isEqualTo(many.get(4_321).value());
  }

  @Test
  void nothingCanBeKeptOfNothing() {
    assertThat(new PackedRecords(PARTITION, List.of()).all()).isEmpty();
  }
}
