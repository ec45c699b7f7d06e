package kongo.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kongo.goods.Stay;
import kongo.goods.StaysChanged;
import kongo.protocol.CauseHeaders;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.EventTime;
import kongo.protocol.Reason;
import kongo.protocol.RecordEncoder;
import kongo.protocol.StaysJson;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.reference.Acceptance;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Violation;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics of their own, into which a test writes what the world and the engine would have. */
final class Published implements AutoCloseable {

  private static final int PARTITIONS = 2;
  private static final Cause CAUSE = new Cause("somewhere", 0, 0, 0);

  private final String name = "t" + UUID.randomUUID();
  private final Topics topics = topics(name);
  private final Map<String, String> client;
  private final RecordEncoder encoder = new RecordEncoder();
  private final Admin admin;
  private KafkaProducer<byte[], byte[]> producer;

  Published(String bootstrap) throws InterruptedException {
    client = Map.of("bootstrap.servers", bootstrap);
    admin = Admin.create(new HashMap<>(client));
    producer = new KafkaProducer<>(new HashMap<>(client), new ByteArraySerializer(), new ByteArraySerializer());
    topics.create(admin, PARTITIONS, 1);
  }

  private static Topics topics(String name) {
    return Topics.prefixed(name);
  }

  Topics topics() {
    return topics;
  }

  void inputs() throws Exception {
    for (var each : SmallHouse.registrations()) {
      send(topics.registry(), each.id(), encoder.encode(each));
    }
    for (var each : SmallHouse.moves()) {
      send(topics.rfid(), each.goods(), encoder.encode(each));
    }
    for (var each : SmallHouse.readings()) {
      send(topics.sensors(), each.location(), encoder.encode(each));
    }
  }

  void stays(Map<String, List<Stay>> stays) throws Exception {
    for (var each : stays.entrySet()) {
      byte[] value = StaysJson.encode(new StaysChanged(each.getKey(), 7, 0, 0, each.getValue(), CAUSE));
      var record = new ProducerRecord<>(topics.stays(), each.getKey().getBytes(StandardCharsets.UTF_8), value);
      CauseHeaders.write(CAUSE, record.headers());
      producer.send(record).get();
    }
  }

  /** What a test does with the world. */
  interface Deed {
    void run() throws Exception;
  }

  /** Does something in a transaction, and commits it or takes it back. */
  void transaction(boolean commit, Deed deed) throws Exception {
    KafkaProducer<byte[], byte[]> plain = producer;
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("transactional.id", name + commit);
    try (var transactional = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer = transactional;
      transactional.initTransactions();
      transactional.beginTransaction();
      deed.run();
      if (commit) {
        transactional.commitTransaction();
      } else {
        transactional.abortTransaction();
      }
    } finally {
      producer = plain;
    }
  }

  /** Repeats an accepted reading. */
  void duplicate() throws Exception {
    send(topics.sensors(), "truck-1", encoder.encode(SmallHouse.readings().get(3)));
  }

  RecordMetadata malformedReading() throws Exception {
    return send(topics.sensors(), "truck-1", "hello".getBytes(StandardCharsets.UTF_8));
  }

  RecordMetadata readingThatIsTooLate() throws Exception {
    RecordMetadata last = null;
    for (var each : SmallHouse.muchLater()) {
      last = send(topics.sensors(), each.location(), encoder.encode(each));
    }
    return last;
  }

  void violations(Collection<Violation> violations) throws Exception {
    for (Violation each : violations) {
      violation(7, each);
    }
  }

  void violation(long revision, Violation violation) throws Exception {
    violation(violation.id(), ViolationJson.encode(revision, violation));
  }

  void violation(String key, byte[] value) throws Exception {
    var record = new ProducerRecord<>(topics.violations(), key.getBytes(StandardCharsets.UTF_8), value);
    CauseHeaders.write(CAUSE, record.headers());
    producer.send(record).get();
  }

  void deadLetter(Reason reason, RecordMetadata refused) throws Exception {
    var letter = new ProducerRecord<>(topics.deadLetters(), new byte[0], new byte[0]);
    new DeadLetterHeaders(reason, "", refused.topic(), refused.partition(), refused.offset()).write(letter.headers());
    producer.send(letter).get();
  }

  /** Where the first record of a topic is. */
  RecordMetadata firstOf(String topic) {
    return new RecordMetadata(new TopicPartition(topic, 0), 0, 0, 0, 0, 0);
  }

  private RecordMetadata send(String topic, String key, byte[] value) throws Exception {
    return producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value)).get();
  }

  /** As the engine's consumers do when all has its effect. */
  void commitAll() throws Exception {
    for (String topic : topics.inputs()) {
      commit(topic, 0);
    }
  }

  void commit(String topic, long allBut) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    ends(topic).forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(Math.max(0, end - allBut))));
    admin.alterConsumerGroupOffsets(name + "-" + topic, offsets).all().get();
  }

  private Map<TopicPartition, Long> ends(String topic) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int i = 0; i < PARTITIONS; i++) {
      asked.put(new TopicPartition(topic, i), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  Verdict verify() throws Exception {
    return verify(Duration.ofSeconds(20));
  }

  Verdict verify(Duration patience) throws Exception {
    return verify(client, name, patience);
  }

  static Verdict verifyOf(String bootstrap, String name) throws Exception {
    return verify(Map.of("bootstrap.servers", bootstrap), name, Duration.ofSeconds(1));
  }

  private static Verdict verify(Map<String, String> client, String name, Duration patience) throws Exception {
    VerifySettings settings =
        new VerifySettings(
            client, topics(name), name, RuleBooks.original(), Acceptance.DEFAULT_RETENTION, new EventTime(0, 86_400_000), patience,
            Duration.ofMillis(300));
    return Verification.run(settings, line -> {});
  }

  @Override
  public void close() throws ExecutionException, InterruptedException {
    producer.close();
    admin.deleteTopics(List.copyOf(topics.all())).all().get();
    admin.close();
  }
}
