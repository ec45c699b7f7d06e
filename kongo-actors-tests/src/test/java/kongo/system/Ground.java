package kongo.system;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import kongo.kafka.TopicReader;
import kongo.local.LocalStores;
import kongo.protocol.CauseHeaders;
import kongo.protocol.EventTime;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.protocol.Topic;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.reference.Acceptance;
import kongo.replay.Journal;
import kongo.replay.JournalSettings;
import kongo.rules.RuleBooks;
import kongo.simulator.Delivered;
import kongo.simulator.Pace;
import kongo.simulator.Progress;
import kongo.simulator.Sender;
import kongo.simulator.Simulation;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.verify.Verification;
import kongo.verify.VerifySettings;
import kongo.violation.Cause;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Topics, consumer groups and a keyspace that no other test uses, in stores that all use. */
record Ground(String name, String bootstrap, String contactPoint) {

  private static final int PARTITIONS = 6;

  static Ground in(LocalStores stores, String name) throws InterruptedException {
    Ground ground = new Ground(name, stores.kafka().bootstrap(), stores.cassandra().contactPoint());
    try (Admin admin = ground.admin()) {
      ground.topics().create(admin, PARTITIONS, 1);
    }
    return ground;
  }

  private Admin admin() {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
  }

  /** As somebody who deletes them and creates them with another number of partitions; nobody may read them. */
  void makeInputTopicsAnew(int partitions) throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      admin.deleteTopics(topics().inputs()).all().get();
      await(name + " has no input topics").until(
          () -> admin.listTopics().names().get().stream().noneMatch(topics().inputs()::contains));
      topics().create(admin, partitions, 1);
    }
  }

  void register(String goods, int kilograms) throws InterruptedException, ExecutionException {
    String value = "{\"type\":\"GOODS\",\"id\":\"%s\",\"weight\":%d}".formatted(goods, kilograms);
    try (var producer = new KafkaProducer<>(
        Map.<String, Object>of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topics().registry(), goods, value)).get();
    }
  }

  /** Sends a rule book, as ./kongo rules publish does; answers its offset. */
  long publish(RuleBookRecord book) throws InterruptedException, ExecutionException {
    return publish(RuleBookJson.encode(book));
  }

  /** Sends anything to the topic of the rule books. */
  long publish(byte[] value) throws InterruptedException, ExecutionException {
    try (var producer = new KafkaProducer<>(
        Map.<String, Object>of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer())) {
      return producer.send(new ProducerRecord<>(topics().rules(), RuleBookRecord.KEY, value)).get().offset();
    }
  }

  Topics topics() {
    return Topics.prefixed(name);
  }

  /** What a node's environment says of it. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(Map.of(
        "KONGO_CLUSTER_NAME", name,
        "KONGO_KAFKA", bootstrap,
        "KONGO_KAFKA_GROUP", name,
        "KONGO_CASSANDRA", contactPoint,
        "KONGO_KEYSPACE", keyspace()));
    for (Topic topic : Topic.values()) {
      String variable = "KONGO_TOPIC_" + topic.key().replace('-', '_').toUpperCase(Locale.ROOT);
      variables.put(variable, topics().name(topic));
    }
    return variables;
  }

  String keyspace() {
    return name.replace('-', '_');
  }

  Journal journal() {
    return Journal.open(new JournalSettings(contactPoint, "datacenter1", keyspace(), Optional.empty()));
  }

  Delivered send(Simulation world, Pace pace) {
    try (Sender sender = new Sender(Map.of("bootstrap.servers", bootstrap), topics())) {
      return sender.run(world, pace, Progress.SILENT, () -> false);
    }
  }

  /** All dead letters that there are now. */
  List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    List<TopicPartition> partitions =
        IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topics().deadLetters(), i)).toList();
    try (var consumer = new KafkaConsumer<>(
        Map.<String, Object>of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
      }
      return letters;
    }
  }

  /** How many revisions were published up to now. */
  private long violations() throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      IntStream.range(0, PARTITIONS)
          .forEach(i -> asked.put(new TopicPartition(topics().violations(), i), OffsetSpec.latest()));
      return admin.listOffsets(asked).all().get().values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    }
  }

  /** The revisions of violations that a rule book has caused up to now. */
  List<String> revisionsCausedBy(long version) {
    List<String> caused = new ArrayList<>();
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", bootstrap))) {
      reader.read(topics().violations(), record -> {
        Cause cause = CauseHeaders.read(record.headers());
        if (cause.topic().equals(topics().rules()) && cause.offset() == version) {
          caused.add(new String(record.value(), StandardCharsets.UTF_8));
        }
      });
    }
    return caused;
  }

  /** When the violation began that began last. */
  long newestViolation() {
    List<Long> begins = violationsBegin();
    return begins.get(begins.size() - 1);
  }

  /** When the violation began before which half of them did. */
  long middleViolation() {
    List<Long> begins = violationsBegin();
    return begins.get(begins.size() / 2);
  }

  private List<Long> violationsBegin() {
    List<Long> begins = new ArrayList<>();
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", bootstrap))) {
      reader.read(topics().violations(), record -> begins.add(ViolationJson.decode(record.value()).violation().from()));
    }
    return begins.stream().sorted().toList();
  }

  /** Returns when so many more revisions are published than were when it was called. */
  void awaitMoreViolations(long more) throws InterruptedException, ExecutionException {
    long count = violations() + more;
    await(name + " has published " + count)
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> violations() >= count);
  }

  Verdict verify(Duration patience) throws InterruptedException, ExecutionException {
    return verify(settings(patience));
  }

  Verdict verify(VerifySettings settings) throws InterruptedException, ExecutionException {
    Verdict verdict = Verification.run(settings, line -> {});
    System.out.println(name + ":\n" + VerdictText.of(verdict));
    return verdict;
  }

  VerifySettings settings(Duration patience) {
    return settings(patience, Acceptance.DEFAULT_RETENTION);
  }

  VerifySettings settings(Duration patience, Duration retention) {
    return new VerifySettings(
        Map.of("bootstrap.servers", bootstrap), topics(), name, RuleBooks.shipped(), retention,
        EventTime.DEFAULT, patience, Duration.ofSeconds(2));
  }
}
