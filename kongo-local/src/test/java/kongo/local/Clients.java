package kongo.local;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a user of the stores does with them: writes a word to each, and reads it back. */
final class Clients {

  private static final TopicPartition WORDS = new TopicPartition("words", 0);

  private Clients() {}

  static void createTopic(String bootstrap) throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(WORDS.topic(), 1, (short) 1))).all().get(60, TimeUnit.SECONDS);
    }
  }

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  static void send(String bootstrap, String word) throws Exception {
    try (var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(WORDS.topic(), word)).get(60, TimeUnit.SECONDS);
    }
  }

  static Optional<String> firstRecord(String bootstrap) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(WORDS));
      var records = consumer.poll(Duration.ofSeconds(60)).records(WORDS);
      return records.stream().map(record -> record.value()).findFirst();
    }
  }

  static CqlSession session(LocalCassandra cassandra) {
    var parts = cassandra.contactPoint().split(":");
    var patient =
        DriverConfigLoader.programmaticBuilder()
            .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
            .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, PATIENCE)
            .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, PATIENCE)
            .build();
    return CqlSession.builder().withConfigLoader(patient).addContactPoint(new InetSocketAddress(parts[0], Integer.parseInt(parts[1]))).withLocalDatacenter(cassandra.datacenter()).build();
  }

  static void writeRow(LocalCassandra cassandra, String word) {
    try (var session = session(cassandra)) {
      session.execute("CREATE KEYSPACE words WITH replication = {'class':'SimpleStrategy','replication_factor':1}");
      session.execute("CREATE TABLE words.words (word text PRIMARY KEY)");
      session.execute("INSERT INTO words.words (word) VALUES (?)", word);
    }
  }

  static String readRow(LocalCassandra cassandra) {
    try (var session = session(cassandra)) {
      return session.execute("SELECT word FROM words.words").one().getString(0);
    }
  }
}
