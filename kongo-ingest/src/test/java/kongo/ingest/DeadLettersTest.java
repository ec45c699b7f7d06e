package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kongo.kafka.CutNote;
import kongo.kafka.KeepLimits;
import kongo.kafka.Sha256;
import kongo.protocol.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Dead letters end in their topic, each once, whatever it takes. */
class DeadLettersTest implements IngestMetrics {

  private static final KeepLimits LIMITS = new KeepLimits(100_000, 100, 1_000_000);

  private final Lane lane = new Lane(new TopicPartition("kongo.rfid", 3), 0, TestTimer.AT_ONCE);
  private final List<List<ProducerRecord<byte[], byte[]>>> attempts = new ArrayList<>();

  private int notTaken;

  @Override
  public void deadLetterNotTaken(String topic) {
    notTaken++;
  }

  private List<ProducerRecord<byte[], byte[]>> bury(
      Function<ProducerRecord<byte[], byte[]>, Optional<Throwable>> kafka, DeadLetters.Letter... letters)
      throws Exception {
    List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>();
    DeadLetters.Output output = records -> {
      attempts.add(records);
      return send(kafka, records, written);
    };
    new DeadLetters("dead", output, LIMITS, Duration.ofMillis(1), this)
        .bury(lane, List.of(letters)).toCompletableFuture().get(10, TimeUnit.SECONDS);
    return written;
  }

  private static CompletionStage<List<Optional<Throwable>>> send(
      Function<ProducerRecord<byte[], byte[]>, Optional<Throwable>> kafka,
      List<ProducerRecord<byte[], byte[]>> records, List<ProducerRecord<byte[], byte[]>> written) {
    List<Optional<Throwable>> problems = records.stream().map(kafka).toList();
    for (int i = 0; i < records.size(); i++) {
      if (problems.get(i).isEmpty()) {
        written.add(records.get(i));
      }
    }
    return CompletableFuture.completedFuture(problems);
  }

  private static DeadLetters.Letter letter(long offset, byte[] value, Header... headers) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "kongo.rfid", 3, offset, 77, TimestampType.CREATE_TIME, 1, 1, "key".getBytes(StandardCharsets.UTF_8), value,
            new RecordHeaders(headers), Optional.empty());
    return new DeadLetters.Letter(record, Reason.TOO_LARGE, "why");
  }

  private static Optional<Throwable> takesUpTo(int bytes, ProducerRecord<byte[], byte[]> record) {
    return record.value().length <= bytes ? Optional.empty() : Optional.of(new RecordTooLargeException("planted"));
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Test
  void whatTheTopicDoesNotTakeIsCutUntilItDoes() throws Exception {
    byte[] value = new byte[90_000];
    Arrays.fill(value, (byte) ' ');

    ProducerRecord<byte[], byte[]> written = bury(record -> takesUpTo(5_000, record), letter(5, value)).get(0);

    assertThat(written.value()).hasSizeBetween(1_000, 5_000);
    assertThat(header(written, "value-bytes")).isEqualTo("90000");
    assertThat(header(written, "value-sha256")).isEqualTo(Sha256.of(ByteBuffer.wrap(value)));
    assertThat(header(written, "reason")).isEqualTo("too-large");
    assertThat(header(written, "offset")).isEqualTo("5");
  }

  @Test
  void aTopicThatTakesHardlyAnythingGetsTheHeadersAlone() throws Exception {
    assertThat(bury(record -> takesUpTo(0, record), letter(5, new byte[70_000])).get(0).value()).isEmpty();
  }

  @Test
  void whatTheTopicNeverTakesIsCountedAndHoldsUpNobody() throws Exception {
    List<ProducerRecord<byte[], byte[]>> written =
        bury(record -> header(record, "offset").equals("5") ? Optional.of(new RecordTooLargeException("planted")) : Optional.empty(),
            letter(5, new byte[70_000]), letter(6, new byte[1]));

    assertThat(written).extracting(record -> header(record, "offset")).containsExactly("6");
    assertThat(notTaken).isEqualTo(1);
  }

  @Test
  void lettersThatAreWrittenAreNotWrittenAgain() throws Exception {
    Deferred trouble = new Deferred(3);

    List<ProducerRecord<byte[], byte[]>> written =
        bury(record -> header(record, "offset").equals("6") ? trouble.next() : Optional.empty(),
            letter(5, new byte[1]), letter(6, new byte[1]), letter(7, new byte[1]));

    assertThat(written).extracting(record -> header(record, "offset")).containsExactly("5", "7", "6");
    assertThat(attempts).extracting(List::size).containsExactly(3, 1, 1, 1);
  }

  /** Fails so many times. */
  private static final class Deferred {
    private int left;

    Deferred(int left) {
      this.left = left;
    }

    Optional<Throwable> next() {
      return left-- > 0 ? Optional.of(new TimeoutException("planted")) : Optional.empty();
    }
  }

  @Test
  void whatWasCutWhenItWasFetchedSaysSo() throws Exception {
    CutNote note = new CutNote(CutNote.Part.VALUE, 300_000_000, "abc");

    ProducerRecord<byte[], byte[]> written =
        bury(record -> takesUpTo(1_000, record), letter(5, new byte[80_000], note)).get(0);

    assertThat(header(written, "value-bytes")).as("of the whole, not of what was left").isEqualTo("300000000");
    assertThat(header(written, "value-sha256")).isEqualTo("abc");
    assertThat(header(written, "detail")).contains("300000000");
  }
}
