package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import kongo.protocol.FuzzedRecords.Fuzzed;
import kongo.protocol.FuzzedRecords.Shape;
import org.junit.jupiter.api.Test;

/**
 * Long sequences of records through one decoder each, against the rules as plainly written. {@code kongo.fuzz.records}
 * says how many in all, {@code kongo.fuzz.seed} where to begin: a sequence that fails tells its own seed, and fails again
 * with that one and a single record.
 */
class DecoderFuzzTest {

  private static final long RECORDS = Long.getLong("kongo.fuzz.records", 2_000_000);
  private static final long SEED = Long.getLong("kongo.fuzz.seed", 1);
  private static final int SEQUENCE = 10_000;
  /** Of so many records one is decoded by a new decoder, too: what came before makes no difference. */
  private static final int COMPARED = 64;

  /** What became of the records of some sequences. */
  private static final class Tally {
    private final Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    private int usable;

    void add(Decoded<?> decoded) {
      if (decoded instanceof Decoded.Refused<?> refusal) {
        refused.merge(refusal.reason(), 1, Integer::sum);
      } else {
        usable++;
      }
    }

    Tally plus(Tally other) {
      Tally sum = new Tally();
      sum.usable = usable + other.usable;
      refused.forEach((reason, count) -> sum.refused.merge(reason, count, Integer::sum));
      other.refused.forEach((reason, count) -> sum.refused.merge(reason, count, Integer::sum));
      return sum;
    }
  }

  @Test
  void sensorRecordsAreWhatTheRulesSay() {
    run(Shape.SENSORS, () -> new SensorDecoder(EventTime.DEFAULT), NaiveRules::sensors, RECORDS / 2);
  }

  @Test
  void rfidRecordsAreWhatTheRulesSay() {
    run(Shape.RFID, () -> new RfidDecoder(EventTime.DEFAULT), NaiveRules::rfid, RECORDS / 4);
  }

  @Test
  void registryRecordsAreWhatTheRulesSay() {
    run(Shape.REGISTRY, RegistryDecoder::new, NaiveRules::registry, RECORDS / 4);
  }

  private static void run(Shape shape, Supplier<RecordDecoder<?>> decoders, NaiveRules.Rules rules, long records) {
    long begin = System.nanoTime();
    long sequences = (records + SEQUENCE - 1) / SEQUENCE;
    Tally tally =
        LongStream.range(SEED, SEED + sequences)
            .parallel()
            .mapToObj(seed -> sequence(seed, shape, decoders, rules))
            .reduce(new Tally(), Tally::plus);
    System.out.printf(
        "%s: %,d records with seeds %d to %d in %d ms: %,d usable, refused %s%n",
        shape, sequences * SEQUENCE, SEED, SEED + sequences - 1, Duration.ofNanos(System.nanoTime() - begin).toMillis(), tally.usable,
        tally.refused);
    assertThat(tally.usable).isBetween((int) (sequences * SEQUENCE / 5), (int) (sequences * SEQUENCE * 4 / 5));
  }

  private static Tally sequence(long seed, Shape shape, Supplier<RecordDecoder<?>> decoders, NaiveRules.Rules rules) {
    Tally tally = new Tally();
    FuzzedRecords records = new FuzzedRecords(seed, shape);
    RecordDecoder<?> decoder = decoders.get();
    Fuzzed before = null;
    for (int i = 0; i < SEQUENCE; i++) {
      Fuzzed record = records.next();
      Decoded<?> decoded = decoder.decode(record.key(), record.value(), record.timestamp());
      NaiveRules.Verdict verdict = NaiveRules.judge(rules, record.key(), record.value(), record.timestamp());
      if (!agree(decoded, verdict) || (i % COMPARED == 0 && !decoded.equals(alone(decoders, record)))) {
        throw new AssertionError(
            "%s, seed %d, record %d: %s%nafter %s%nis %s%nbut the rules say %s%nand alone it is %s".formatted(
                shape, seed, i, words(record), words(before), decoded, verdict, alone(decoders, record)));
      }
      tally.add(decoded);
      before = record;
    }
    return tally;
  }

  private static boolean agree(Decoded<?> decoded, NaiveRules.Verdict verdict) {
    return decoded instanceof Decoded.Refused<?> refused
        ? refused.bug().isEmpty() && verdict.wrong().stream().findFirst().equals(Optional.of(refused.reason()))
        : decoded.equals(new Decoded.Usable<>(verdict.says()));
  }

  private static Decoded<?> alone(Supplier<RecordDecoder<?>> decoders, Fuzzed record) {
    return decoders.get().decode(record.key(), record.value(), record.timestamp());
  }

  private static String words(Fuzzed record) {
    return record == null ? "none" : "key %s, timestamp %d, value %s".formatted(words(record.key()), record.timestamp(), words(record.value()));
  }

  private static String words(byte[] bytes) {
    return bytes == null ? "null" : new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1);
  }
}
