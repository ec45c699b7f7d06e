package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kongo.protocol.EventTime;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.SensorDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PartitionBalanceTest {

  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final Findings residual = new Findings();
  private final Findings both = new Findings();
  private long keptFrom;
  private RecordDecoder<?> decoder = new SensorDecoder(new EventTime(0, 86_400_000));

  @Test
  void everyRecordHasItsAccount() {
    reading(1);
    reading(2);
    reading(1);
    record("hello");

    Balance balance = balance(offsets(0, 1), offsets(3));

    assertThat(balance).isEqualTo(new Balance(4, 2, 1, 0, 1, 0, 0));
    assertThat(balance.residual()).isZero();
    assertThat(residual.isNone()).isTrue();
  }

  @Test
  void aRecordThatIsNowhereIsNamed() {
    reading(1);
    reading(2);

    Balance balance = balance(offsets(0), offsets());

    assertThat(balance.residual()).isEqualTo(1);
    assertThat(residual.first()).containsExactly("t/3@1: truck-1 temperature by [s1] at 2");
  }

  @Test
  void aRepetitionOfWhatIsNowhereIsNowhereToo() {
    reading(1);
    reading(2);
    reading(2);

    assertThat(balance(offsets(0), offsets()).residual()).isEqualTo(2);
    assertThat(residual.count()).isEqualTo(2);
  }

  @Test
  void aRecordDoesNotRepeatALaterOne() {
    reading(1);
    reading(1);
    reading(1);

    Balance balance = balance(offsets(1), offsets());

    assertThat(balance.duplicates()).isEqualTo(1);
    assertThat(residual.first()).singleElement().asString().startsWith("t/3@0");
  }

  @Test
  void whatSaysSomethingElseIsNoRepetition() {
    reading(1);
    reading(1, "\"value\":6");
    reading(1, "\"value\":5,\"correction\":1");
    reading(1, "\"void\":true,\"correction\":2");
    reading(1, "\"value\":7,\"void\":true,\"correction\":2");

    Balance balance = balance(offsets(0, 3), offsets());

    assertThat(balance.duplicates()).isEqualTo(1);
    assertThat(residual.first()).containsExactly(
        "t/3@1: truck-1 temperature by [s1] at 1", "t/3@2: truck-1 temperature by [s1] at 1, correction 1");
  }

  @Test
  void whatCannotBeUsedHasToBeADeadLetter() {
    record("hello");

    assertThat(balance(offsets(), offsets()).residual()).isEqualTo(1);
    assertThat(residual.first()).containsExactly("t/3@0: cannot be used (not-json) but is no dead letter");
  }

  @Test
  void aRegistryRecordRepeatsNothing() {
    decoder = new RegistryDecoder();
    registration();
    registration();

    assertThat(balance(offsets(0), offsets()).residual()).isEqualTo(1);
    assertThat(residual.first()).containsExactly("t/3@1: a registry record");
  }

  @Test
  void bothJournaledAndDeadIsNamed() {
    reading(1);

    assertThat(balance(offsets(0), offsets(0))).isEqualTo(new Balance(1, 1, 0, 1, 0, 0, 0));
    assertThat(both.first()).containsExactly("t/3@0");
  }

  @Test
  void rowsOfRecordsThatAreNotThereAreTold() {
    reading(1);

    assertThat(balance(offsets(0, 1, 70_000), offsets()).unknown()).isEqualTo(2);
  }

  @Test
  void whatWasInRowsThatAreDeletedIsNotLost() {
    reading(1);
    reading(2);
    reading(3);
    reading(1);
    keptFrom = 2;

    Balance balance = balance(offsets(2), offsets());

    assertThat(balance).isEqualTo(new Balance(4, 1, 0, 0, 1, 2, 0));
    assertThat(balance.residual()).isZero();
    assertThat(residual.isNone()).isTrue();
  }

  @Test
  void whatIsNowhereIsNamedThoughEarlierRowsAreDeleted() {
    reading(1);
    reading(2);
    reading(3);
    keptFrom = 1;

    assertThat(balance(offsets(1), offsets()).residual()).isEqualTo(1);
    assertThat(residual.first()).singleElement().asString().startsWith("t/3@2");
  }

  private Balance balance(OffsetSet journaled, OffsetSet deadLetters) {
    return new PartitionBalance(journaled, deadLetters, this::isDeleted, decoder, residual, both).of(records::forEach);
  }

  private boolean isDeleted(String key, long offset) {
    return key.equals("truck-1") && offset < keptFrom;
  }

  private static OffsetSet offsets(long... offsets) {
    OffsetSet set = new OffsetSet();
    for (long offset : offsets) {
      assertThat(set.add(offset)).isTrue();
    }
    return set;
  }

  private void reading(long time) {
    reading(time, "\"value\":5");
  }

  private void reading(long time, String says) {
    record(
        "{\"time\":%d,\"location\":\"truck-1\",\"metric\":\"temperature\",\"sensor\":\"s1\",%s}".formatted(time, says));
  }

  private void registration() {
    record("{\"type\":\"TRUCK\",\"id\":\"truck-1\"}");
  }

  private void record(String value) {
    byte[] key = "truck-1".getBytes(StandardCharsets.UTF_8);
    records.add(new ConsumerRecord<>("t", 3, records.size(), key, value.getBytes(StandardCharsets.UTF_8)));
  }
}
