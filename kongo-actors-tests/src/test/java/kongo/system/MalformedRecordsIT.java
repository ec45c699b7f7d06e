package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kongo.local.SharedStores;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Reason;
import kongo.protocol.Topics;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class MalformedRecordsIT {

  private static final String READING =
      "{\"time\":1000,\"location\":\"place\",\"metric\":\"temperature\",\"value\":9.5,\"sensor\":\"s1\"}";
  private static final String MOVE =
      "{\"type\":\"LOAD\",\"time\":1000,\"goods\":\"thing\",\"warehouse\":\"place\",\"truck\":\"wheels\"}";
  private static final String PROFILE =
      "{\"type\":\"GOODS\",\"id\":\"thing\",\"weight\":1,\"categories\":[\"T2\"]}";
  /** Of a Location, by default. */
  private static final int MOST_SERIES = 10_000;
  private static final long FORTY_DAYS = Duration.ofDays(40).toMillis();

  private final Map<String, Reason> expected = new TreeMap<>();
  private Ground ground;
  private Topics topics;
  private KafkaProducer<byte[], byte[]> producer;

  @Test
  void becomeDeadLettersWithTheirReasonsAndTheStreamGoesOn() throws Exception {
    ground = Ground.in(SharedStores.get(), "malformed");
    topics = ground.topics();
    try (Cluster cluster = Cluster.start(1, ground);
        var sender = new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", ground.bootstrap()), new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer = sender;
      cluster.awaitReady();
      sendMalformed();
      sendWhatTheLawRefuses();

      send(topics.registry(), "thing", PROFILE);
      send(topics.rfid(), "thing", MOVE.replace("LOAD", "RECEIVE"));
      send(topics.sensors(), "place", READING);

      Verdict verdict = ground.verify(Duration.ofMinutes(5));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      assertThat(verdict.observed()).containsOnlyKeys("thing/chilled/place/s1/1000");
    }
    Map<String, Reason> found = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> letter : ground.deadLetters()) {
      DeadLetterHeaders headers = DeadLetterHeaders.read(letter.headers());
      found.put(
          described(headers.topic(), headers.partition(), headers.offset(), letter.key(), letter.value()), headers.reason());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(found.values()).contains(allBut(Reason.FAILED));
  }

  private void sendMalformed() throws Exception {
    for (String[] each : new String[][] {{topics.sensors(), "place", READING}, {topics.rfid(), "thing", MOVE}, {topics.registry(), "thing", PROFILE}}) {
      String topic = each[0];
      String key = each[1];
      String valid = each[2];
      refused(Reason.NOT_JSON, topic, key, "");
      refused(Reason.NOT_JSON, topic, key, "hello");
      refused(Reason.NOT_JSON, topic, key, valid.substring(1));
      refused(Reason.NOT_JSON, topic, key, valid + valid);
      refused(Reason.NOT_JSON, topic, key, "\uFEFF" + valid);
      refused(Reason.WRONG_TYPE, topic, key, "[" + valid + "]");
      refused(Reason.NESTED_TOO_DEEP, topic, key, "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "," + valid.substring(1));
      refused(Reason.TOO_LARGE, topic, key, valid + " ".repeat(65_537 - valid.length()));
      refused(Reason.TOO_LARGE, topic, key, valid + " ".repeat(900_000));
      refused(Reason.KEY_MISMATCH, topic, "other", valid);
    }
    sendMalformedReadings();
    sendMalformedMoves();
    sendMalformedProfiles();
  }

  private void sendMalformedReadings() throws Exception {
    String later = Long.toString(System.currentTimeMillis() + Duration.ofDays(2).toMillis());
    refused(Reason.KEY_MISMATCH, topics.sensors(), null, READING);
    reading(Reason.MISSING_FIELD, "\"time\":1000,", "");
    reading(Reason.MISSING_FIELD, "\"temperature\"", "null");
    reading(Reason.WRONG_TYPE, "1000", "\"1000\"");
    reading(Reason.WRONG_TYPE, "1000", "1e3");
    reading(Reason.WRONG_TYPE, "9.5", "\"9.5\"");
    reading(Reason.OUT_OF_RANGE, "1000", "-1");
    reading(Reason.OUT_OF_RANGE, "9.5", "1e400");
    reading(Reason.INVALID_IDENTIFIER, "\"place\"", "\"the place\"");
    reading(Reason.INVALID_IDENTIFIER, "\"s1\"", "\"-\"");
    reading(Reason.RESERVED_METRIC, "\"temperature\"", "\"load.weight\"");
    reading(Reason.RESERVED_METRIC, "\"temperature\"", "\"aboard.EDIBLE\"");
    reading(Reason.FROM_THE_FUTURE, "1000", later);
  }

  private void sendMalformedMoves() throws Exception {
    String later = Long.toString(System.currentTimeMillis() + Duration.ofDays(2).toMillis());
    refused(Reason.KEY_MISMATCH, topics.rfid(), null, MOVE);
    refused(Reason.NOT_JSON, topics.rfid(), "thing", null);
    move(Reason.MISSING_FIELD, "\"place\"", "null");
    move(Reason.MISSING_FIELD, ",\"truck\":\"wheels\"", "");
    move(Reason.OUT_OF_RANGE, "\"LOAD\"", "\"SELL\"");
    move(Reason.WRONG_TYPE, "\"LOAD\"", "1");
    move(Reason.INVALID_IDENTIFIER, "\"wheels\"", "\"\"");
    move(Reason.FROM_THE_FUTURE, "1000", later);
  }

  private void sendMalformedProfiles() throws Exception {
    profile(Reason.OUT_OF_RANGE, "\"GOODS\"", "\"SHIP\"");
    profile(Reason.MISSING_FIELD, "\"type\":\"GOODS\",", "");
    profile(Reason.OUT_OF_RANGE, "\"weight\":1", "\"weight\":-1");
    profile(Reason.WRONG_TYPE, "[\"T2\"]", "\"T2\"");
    profile(Reason.INVALID_IDENTIFIER, "[\"T2\"]", "[\"T 2\"]");
    profile(Reason.WRONG_TYPE, "[\"T2\"]", "[],\"useBy\":1.5");
  }

  private void sendWhatTheLawRefuses() throws Exception {
    send(topics.sensors(), "late", READING.replace("place", "late").replace("1000", Long.toString(FORTY_DAYS)));
    refused(Reason.TOO_LATE, topics.sensors(), "late", READING.replace("place", "late"));
    send(topics.rfid(), "late-thing", MOVE.replace("thing", "late-thing").replace("1000", Long.toString(FORTY_DAYS)));
    refused(Reason.TOO_LATE, topics.rfid(), "late-thing", MOVE.replace("thing", "late-thing"));
    for (int i = 0; i < MOST_SERIES; i++) {
      send(topics.sensors(), "many", READING.replace("place", "many").replace("s1", "s" + i));
    }
    refused(Reason.TOO_MANY_SERIES, topics.sensors(), "many", READING.replace("place", "many").replace("s1", "s" + MOST_SERIES));
  }

  private void reading(Reason reason, String part, String other) throws Exception {
    refused(reason, topics.sensors(), "place", READING.replace(part, other));
  }

  private void move(Reason reason, String part, String other) throws Exception {
    refused(reason, topics.rfid(), "thing", MOVE.replace(part, other));
  }

  private void profile(Reason reason, String part, String other) throws Exception {
    refused(reason, topics.registry(), "thing", PROFILE.replace(part, other));
  }

  private void refused(Reason reason, String topic, String key, String value) throws Exception {
    RecordMetadata sent = send(topic, key, value);
    expected.put(described(topic, sent.partition(), sent.offset(), utf8(key), utf8(value)), reason);
  }

  private RecordMetadata send(String topic, String key, String value) throws Exception {
    return producer.send(new ProducerRecord<>(topic, utf8(key), utf8(value))).get();
  }

  private static byte[] utf8(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /** Where it was and what it was, long ones shortened. */
  private static String described(String topic, int partition, long offset, byte[] key, byte[] value) {
    String text = value == null ? "null" : new String(value, StandardCharsets.UTF_8);
    String shortened = text.length() > 150 ? text.substring(0, 150) + "... of " + text.length() : text;
    return "%s %s@%d: %s".formatted(topic, key == null ? "null" : new String(key, StandardCharsets.UTF_8), offset, shortened)
        + " in " + partition;
  }

  private static Reason[] allBut(Reason except) {
    List<Reason> reasons = new ArrayList<>(List.of(Reason.values()));
    reasons.remove(except);
    return reasons.toArray(Reason[]::new);
  }
}
