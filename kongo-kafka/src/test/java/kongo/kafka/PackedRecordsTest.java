package kongo.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
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

  private static int compare(ConsumerRecord<byte[], byte[]> one, ConsumerRecord<byte[], byte[]> other) {
    boolean alike = one.offset() == other.offset() && Arrays.equals(one.key(), other.key()) && Arrays.equals(one.value(), other.value());
    return alike ? 0 : 1;
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
            .mapToObj(i -> record(3 * i, "truck-" + i % 100, "x".repeat(i == 2_000 ? 70_000 : i % 90) + i * 7919L))
            .toList();
    PackedRecords packedMany = new PackedRecords(PARTITION, many);

    assertThat(packedMany.all()).usingElementComparator(PackedRecordsTest::compare).containsExactlyElementsOf(many);
    assertThat(many).allSatisfy(
        record -> assertThat(packedMany.at(record.offset()).orElseThrow().value()).isEqualTo(record.value()));
  }

  @Test
  void recordsWithoutBytesCanBeKept() {
    PackedRecords empty = new PackedRecords(PARTITION, List.of(record(1, null, null), record(2, "", null)));

    assertThat(empty.all()).extracting(ConsumerRecord::key).containsExactly(null, new byte[0]);
    assertThat(empty.at(2).orElseThrow().value()).isNull();
  }

  @Test
  void timestampsAndHeadersAreKept() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("device", bytes("gate-7")).add("none", null).add(new CutNote(CutNote.Part.HEADERS, 4, ""));
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("sensors", 3, 9, 1_234, TimestampType.CREATE_TIME, 1, 1, bytes("k"), bytes("v"), headers, Optional.empty());

    ConsumerRecord<byte[], byte[]> kept = new PackedRecords(PARTITION, List.of(record(8, "a", "b"), record)).at(9).orElseThrow();

    assertThat(kept.timestamp()).isEqualTo(1_234);
    assertThat(kept.headers().lastHeader("device").value()).isEqualTo(bytes("gate-7"));
    assertThat(kept.headers().lastHeader("none").value()).isNull();
    assertThat(CutNote.of(kept.headers(), CutNote.Part.HEADERS).orElseThrow().amount()).isEqualTo(4);
    assertThat(kept.value()).isEqualTo(bytes("v"));
  }

  @Test
  void nothingCanBeKeptOfNothing() {
    assertThat(new PackedRecords(PARTITION, List.of()).all()).isEmpty();
  }
}
