package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

@Timeout(540)
class MalformedRecordsIT {

  private static final String TIME = "1700000000000";
  private static final String READING =
      "{\"time\":" + TIME + ",\"location\":\"place\",\"metric\":\"temperature\",\"value\":9.5,\"sensor\":\"s1\"}";
  private static final String MOVE =
      "{\"type\":\"LOAD\",\"time\":" + TIME + ",\"goods\":\"thing\",\"warehouse\":\"place\",\"truck\":\"wheels\"}";
  private static final String PROFILE =
      "{\"type\":\"GOODS\",\"id\":\"thing\",\"weight\":1,\"categories\":[\"T2\"]}";
  /** Of a Location, by default. */
  private static final int MOST_SERIES = 10_000;
  /** Of {@link #longProfile} one id may have so many. */
  private static final int MOST_LONG_PROFILES = 4;
  private static final String FORTY_DAYS_LATER = after(Duration.ofDays(40));

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
      send(topics.sensors(), "place", READING.replace(TIME, after(Duration.ofMinutes(4))));

      Verdict verdict = ground.verify(Duration.ofMinutes(5));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      assertThat(verdict.observed()).as("after the grace, for longer than the delay").containsOnlyKeys("thing/chilled/place/s1/" + after(Duration.ofMinutes(1)));
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

  private static String after(Duration time) {
    return Long.toString(Long.parseLong(TIME) + time.toMillis());
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
    refused(Reason.INVALID_RULE_BOOK, topics.rules(), "book", "{\"book\":{\"hold\":\"90m\"}}");
  }

  private void sendMalformedReadings() throws Exception {
    String later = Long.toString(System.currentTimeMillis() + Duration.ofDays(2).toMillis());
    refused(Reason.KEY_MISMATCH, topics.sensors(), null, READING);
    reading(Reason.MISSING_FIELD, "\"time\":" + TIME + ",", "");
    reading(Reason.MISSING_FIELD, "\"temperature\"", "null");
    reading(Reason.WRONG_TYPE, TIME, "\"1700000000000\"");
    reading(Reason.WRONG_TYPE, TIME, "1.7e12");
    reading(Reason.WRONG_TYPE, "9.5", "\"9.5\"");
    reading(Reason.WRONG_TYPE, "\"location\":\"place\"", "\"location\":\"place\",\"goods\":\"place\"");
    reading(Reason.OUT_OF_RANGE, TIME, "-1");
    reading(Reason.OUT_OF_RANGE, TIME, "1000");
    reading(Reason.OUT_OF_RANGE, "9.5", "1e400");
    reading(Reason.INVALID_IDENTIFIER, "\"place\"", "\"the place\"");
    reading(Reason.INVALID_IDENTIFIER, "\"s1\"", "\"-\"");
    reading(Reason.UNKNOWN_UNIT, "9.5", "9.5,\"unit\":\"F\"");
    reading(Reason.RESERVED_METRIC, "\"temperature\"", "\"load.weight\"");
    reading(Reason.RESERVED_METRIC, "\"temperature\"", "\"aboard.EDIBLE\"");
    reading(Reason.FROM_THE_FUTURE, TIME, later);
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
    move(Reason.FROM_THE_FUTURE, TIME, later);
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
    send(topics.sensors(), "late", READING.replace("place", "late").replace(TIME, FORTY_DAYS_LATER));
    refused(Reason.TOO_LATE, topics.sensors(), "late", READING.replace("place", "late"));
    send(topics.rfid(), "late-thing", MOVE.replace("thing", "late-thing").replace(TIME, FORTY_DAYS_LATER));
    refused(Reason.TOO_LATE, topics.rfid(), "late-thing", MOVE.replace("thing", "late-thing"));
    for (int i = 0; i < MOST_SERIES; i++) {
      producer.send(new ProducerRecord<>(topics.sensors(), utf8("many"), utf8(READING.replace("place", "many").replace("s1", "s" + i))));
    }
    producer.flush();
    refused(Reason.TOO_MANY_SERIES, topics.sensors(), "many", READING.replace("place", "many").replace("s1", "s" + MOST_SERIES));
    sendRefusedProfiles();
    send(topics.sensors(), "twice", READING.replace("place", "twice"));
    refused(Reason.CONFLICT, topics.sensors(), "twice", READING.replace("place", "twice").replace(TIME, TIME + ",\"void\":true"));
    send(topics.rfid(), "twice-thing", MOVE.replace("thing", "twice-thing"));
    refused(Reason.CONFLICT, topics.rfid(), "twice-thing", MOVE.replace("thing", "twice-thing").replace(TIME, TIME + ",\"void\":true"));
  }

  private void sendRefusedProfiles() throws Exception {
    send(topics.registry(), "typed", PROFILE.replace("thing", "typed"));
    refused(Reason.TYPE_CONFLICT, topics.registry(), "typed", "{\"type\":\"TRUCK\",\"id\":\"typed\"}");
    for (int i = 0; i < MOST_LONG_PROFILES; i++) {
      send(topics.registry(), "changed", longProfile(i));
    }
    refused(Reason.TOO_MANY_PROFILES, topics.registry(), "changed", longProfile(MOST_LONG_PROFILES));
  }

  /** Almost as long as a record may be; of an id so many are kept as make less than 262 144 characters together. */
  private static String longProfile(int from) {
    String categories = IntStream.range(0, 500).mapToObj(i -> "\"" + "x".repeat(106) + (1000 + i) + "\"").collect(Collectors.joining(","));
    return "{\"type\":\"GOODS\",\"id\":\"changed\",\"from\":" + from + ",\"weight\":" + from + ",\"categories\":[" + categories + "]}";
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
