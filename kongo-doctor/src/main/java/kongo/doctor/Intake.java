package kongo.doctor;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kongo.doctor.finding.Limits;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.symptom.Symptoms;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.Feed;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RfidDecoder;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import kongo.rules.RuleHistory;
import kongo.violation.Correction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records as they are in Kafka and tells the symptoms what they say; those that cannot be used are dead letters, and told as such. */
final class Intake {

  private static final int SHOWN = 120;
  /** Of this one it matters what it says, though a reading is told in its base unit. */
  private static final String UNIT = "unit";
  private static final int BYTES_OF_A_CHARACTER = 4;

  private interface Taker<T> {
    void take(RecordAt at, T value);
  }

  private final RegistryDecoder registry = new RegistryDecoder();
  private final RfidDecoder rfid;
  private final SensorDecoder sensors;
  private final Map<Feed, Set<String>> unremarkable = new EnumMap<>(Feed.class);
  private final OtherFields otherFields = new OtherFields();
  private final Symptoms symptoms;

  private long records;

  /** @param now which rule book is in force now, by this time in milliseconds */
  Intake(RuleHistory books, long now, EventTime eventTime, Limits limits) {
    this.rfid = new RfidDecoder(eventTime);
    this.sensors = new SensorDecoder(eventTime);
    Map<Feed, Set<String>> fields = fields(eventTime);
    fields.forEach((feed, names) -> unremarkable.put(feed, without(names, UNIT)));
    this.symptoms = new Symptoms(books, now, fields, limits);
  }

  private static Map<Feed, Set<String>> fields(EventTime eventTime) {
    Map<Feed, Set<String>> fields = new EnumMap<>(Feed.class);
    for (Feed feed : Feed.values()) {
      fields.put(feed, feed.decoder(eventTime).fields());
    }
    return fields;
  }

  private static Set<String> without(Set<String> names, String one) {
    Set<String> others = new HashSet<>(names);
    others.remove(one);
    return others;
  }

  /** @param partitions how many the record's topic has */
  void take(Feed feed, ConsumerRecord<byte[], byte[]> record, int partitions) {
    records++;
    RecordAt at = at(record);
    if (record.key() != null) {
      symptoms.keyed(at, record.key(), partitions);
    }
    switch (feed) {
      case REGISTRY -> take(feed, record, at, registry, symptoms::registered);
      case RFID -> take(feed, record, at, rfid, (where, value) -> {
        if (!value.correction().isVoid()) {
          symptoms.moved(where, value.goods(), value.move());
        }
      });
      case SENSORS -> take(feed, record, at, sensors, (where, value) -> {
        if (value.correction().equals(Correction.ORIGINAL)) {
          measured(where, value);
        }
      });
    }
  }

  private void measured(RecordAt at, SensorRecord value) {
    if (value.byGoods()) {
      symptoms.measuredByLogger(at, value.location(), value.reading());
    } else {
      symptoms.measured(at, value.location(), value.reading());
    }
  }

  private <T> void take(Feed feed, ConsumerRecord<byte[], byte[]> record, RecordAt at, RecordDecoder<T> decoder, Taker<T> taker) {
    if (decoder.decode(record) instanceof Decoded.Usable<T> usable) {
      taker.take(at, usable.value());
      otherFields.of(record.value(), unremarkable.get(feed), (field, value) -> remark(at, feed, usable.value(), field, value));
    }
  }

  private void remark(RecordAt at, Feed feed, Object said, String field, String value) {
    if (field.equals(UNIT) && said instanceof SensorRecord sensor) {
      symptoms.unitGiven(at, sensor.reading().metric(), value);
    } else {
      symptoms.ignored(at, feed, field, value);
    }
  }

  /** One that does not say why it is there is left out; verify tells of it. */
  void takeDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
    DeadLetterHeaders headers;
    try {
      headers = DeadLetterHeaders.read(letter.headers());
    } catch (IllegalArgumentException malformed) {
      return;
    }
    symptoms.refused(at(letter), headers, begins(letter.value()));
  }

  private static RecordAt at(ConsumerRecord<byte[], byte[]> record) {
    return new RecordAt(record.topic(), record.partition(), record.offset(), record.timestamp());
  }

  private static String begins(byte[] value) {
    if (value == null) {
      return "(no value)";
    }
    int bytes = Math.min(value.length, BYTES_OF_A_CHARACTER * SHOWN);
    String text = new String(value, 0, bytes, StandardCharsets.UTF_8);
    return text.length() > SHOWN || bytes < value.length ? text.substring(0, Math.min(SHOWN, text.length())) + "..." : text;
  }

  long records() {
    return records;
  }

  Diagnosis diagnosis() {
    return new Diagnosis(records, symptoms.findings(), symptoms.unremembered());
  }
}
