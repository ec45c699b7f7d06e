package kongo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kongo.local.SharedStores;
import kongo.protocol.Topics;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SenderIT {

  private static final int PARTITIONS = 12;

  private static Map<String, Object> settings;
  private static Admin admin;

  @BeforeAll
  static void connect() {
    settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, SharedStores.get().kafka().bootstrap());
    admin = Admin.create(settings);
  }

  @AfterAll
  static void disconnect() {
    admin.close();
  }

  @Test
  void sendsEveryRecordToItsTopic() throws Exception {
    Topics topics = topics("every");
    topics.create(admin, PARTITIONS, 1);
    Disorder disorder = new Disorder(Disorder.NONE.lateRfid(), Disorder.NONE.offline(), Disorder.NONE.shuffle(),
        Disorder.NONE.duplicates(), false, 0.01);
    Delivered delivered = run(topics, 20_000, disorder);

    assertThat(delivered.garbage()).isBetween(100L, 300L);
    assertThat(delivered.total()).isEqualTo(20_000 + delivered.garbage());
    assertThat(records(topics.registry())).isEqualTo(delivered.registry());
    assertThat(records(topics.sensors())).isEqualTo(delivered.sensors());
    assertThat(records(topics.rfid())).isEqualTo(delivered.rfid());
  }

  @Test
  void createsTopicsOnceAndForAll() throws Exception {
    Topics topics = topics("topics");
    topics.create(admin, 3, 1);
    topics.create(admin, 5, 1);

    Map<String, TopicDescription> found = admin.describeTopics(topics.all()).allTopicNames().get();
    assertThat(found.values()).allMatch(topic -> topic.partitions().size() == (topic.name().equals(topics.rules()) ? 1 : 3));
    assertThat(found).containsKey(topics.rules());
    assertThat(setting(topics.registry(), "cleanup.policy")).isEqualTo("delete");
    assertThat(setting(topics.registry(), "retention.ms")).isEqualTo("-1");
    assertThat(setting(topics.rfid(), "message.timestamp.after.max.ms")).isEqualTo("3600000");
    assertThat(setting(topics.sensors(), "retention.ms")).isEqualTo("-1");
    assertThat(setting(topics.violations(), "cleanup.policy")).isEqualTo("delete");
    assertThat(setting(topics.deadLetters(), "max.message.bytes")).isEqualTo("2097152");
  }

  @Test
  void losesNothingAtTheSpeedOfTheBroker() throws Exception {
    Topics topics = topics("fast");
    topics.create(admin, PARTITIONS, 1);
    long begun = System.nanoTime();
    Delivered delivered = run(topics, 500_000, Disorder.NONE);
    System.out.printf("Sender: %,.0f records/s%n", delivered.total() * 1e9 / (System.nanoTime() - begun));
    assertThat(records(topics.sensors())).isEqualTo(delivered.sensors());
    assertThat(records(topics.rfid())).isEqualTo(delivered.rfid());
  }

  private static Delivered run(Topics topics, long events, Disorder disorder) {
    Simulation sending =
        new Simulation(new SteadyWorld(SteadySettings.REALISTIC), Bounds.ofEvents(events), disorder, 1);
    try (Sender sender = new Sender(settings, topics)) {
      return sender.run(sending, Pace.max(), Progress.SILENT, () -> false);
    }
  }

  private static Topics topics(String prefix) {
    return Topics.prefixed(prefix);
  }

  private static String setting(String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
  }

  private static long records(String topic) throws Exception {
    var latest =
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().values().stream().mapToLong(offset -> offset.offset()).sum();
  }
}
