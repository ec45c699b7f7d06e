package kongo.host.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kongo.host.NodeConfigs;
import kongo.host.StartFailure;
import kongo.host.settings.KafkaSettings;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class KafkaConnectionIT {

  private static KafkaSettings settings(String registry, String more) {
    return NodeConfigs.atSharedStores("kongo.kafka.topics.registry = " + registry + "\n" + more).settings().kafka();
  }

  @Test
  void refusesACompactedInputTopicAndTakesWhatItCreates() throws Exception {
    try (KafkaConnection kafka = new KafkaConnection(settings("kept.registry", "kongo.kafka.finite-retention = refuse"))) {
      kafka.ensureTopics();
      kafka.admin().createTopics(List.of(
          new NewTopic("eaten.registry", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")))).all().get();
    }
    try (KafkaConnection kafka = new KafkaConnection(settings("eaten.registry", ""))) {
      assertThatThrownBy(kafka::ensureTopics).isInstanceOf(StartFailure.class).hasMessageContaining("eaten.registry");
    }
  }
}
