package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kongo.protocol.EventTime;
import kongo.protocol.Partitions;
import kongo.protocol.Reason;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SortingTest implements IngestMetrics {

  private static final String TOPIC = "kongo.sensors";
  private static final int PARTITIONS = 12;

  private final Oddities oddities = new Oddities(this);
  private final Sorting<SensorRecord> sorting = new Sorting<>(new SensorDecoder(new EventTime(0, 86_400_000)), oddities);
  private final List<String> taken = new ArrayList<>();
  private int elsewhere;

  @Override
  public void inOtherPartition(String topic, int records) {
    assertThat(topic).isEqualTo(TOPIC);
    elsewhere += records;
  }

  @Test
  void tellsUsableRecordsFromDeadLetters() {
    List<DeadLetters.Letter> letters = sort(record("a", 0, reading("a")), record("a", 0, "[]"), record("b", 0, reading("b")));

    assertThat(taken).containsExactly("a", "b");
    assertThat(letters).extracting(DeadLetters.Letter::reason).containsExactly(Reason.WRONG_TYPE);
  }

  @Test
  void countsRecordsInPartitionsThatTheDefaultPartitionerDoesNotChoose() {
    oddities.partitions(TOPIC, PARTITIONS);
    int home = Partitions.of("a", PARTITIONS);
    sort(record("a", home, reading("a")));
    assertThat(elsewhere).isZero();

    int other = (home + 1) % PARTITIONS;
    sort(record("a", other, reading("a")), record("a", other, reading("a")), record("a", other, "[]"));
    assertThat(elsewhere).isEqualTo(2);
    assertThat(taken).hasSize(3);
  }

  @Test
  void doesNotJudgePartitionsThatNobodyHasCounted() {
    sort(record("a", 99, reading("a")));
    assertThat(elsewhere).isZero();
  }

  @SafeVarargs
  private List<DeadLetters.Letter> sort(ConsumerRecord<byte[], byte[]>... records) {
    return sorting.sort(List.of(records), (record, said) -> taken.add(said.location()));
  }

  private static ConsumerRecord<byte[], byte[]> record(String key, int partition, String value) {
    return new ConsumerRecord<>(TOPIC, partition, 0, utf8(key), utf8(value));
  }

  private static String reading(String location) {
    return "{\"time\":0,\"location\":\"" + location + "\",\"metric\":\"m\",\"value\":1}";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
