package kongo.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kongo.kafka.TopicReader;
import kongo.local.SharedStores;
import kongo.protocol.Topics;
import kongo.simulator.Pace;
import kongo.simulator.Progress;
import kongo.simulator.Sender;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(540)
class BaselinesIT {

  private static final int PARTITIONS = 4;
  private static final Topics TOPICS = Topics.prefixed("baselines");
  private static final String BOOTSTRAP = SharedStores.get().kafka().bootstrap();
  private static final InOrderWorld WORLD = new InOrderWorld(1, 60_000);

  private static final String ORIGINAL = Path.of(System.getProperty("basedir", "."), "..", "hocon", "original.conf").toString();

  @TempDir private Path folder;

  @BeforeAll
  static void fillTopics() throws InterruptedException {
    Map<String, Object> client = Map.of("bootstrap.servers", BOOTSTRAP);
    try (Admin admin = Admin.create(client); Sender sender = new Sender(client, TOPICS)) {
      TOPICS.create(admin, PARTITIONS, 1);
      sender.run(WORLD.records().iterator(), Pace.max(), Progress.SILENT, () -> false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheExcursionsOfAWorldInOrder(Baseline baseline) throws InterruptedException {
    BaselineResult result = baselines(ORIGINAL).run(baseline, "agrees");
    Set<String> expected = WORLD.excursions();
    assertThat(begun("kongo.baseline." + baseline.label() + ".agrees")).isEqualTo(expected);
    assertThat(result.violations()).isEqualTo(expected.size());
    assertThat(result.unusable()).isZero();
    assertThat(result.events()).isEqualTo(WORLD.events());
  }

  @Test
  void tellsWhyABaselineFailed() {
    var impossible = baselines(folder.resolve("no.conf").toString());
    assertThatThrownBy(() -> impossible.run(Baseline.PLAIN, "fails"))
        .hasMessageContaining("The plain baseline ended with status 1").hasMessageContaining("no.conf");
  }

  private Baselines baselines(String rules) {
    return new Baselines(BOOTSTRAP, TOPICS, rules, folder, Duration.ofSeconds(90));
  }

  private static Set<String> begun(String topic) {
    Set<String> ids = new TreeSet<>();
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", BOOTSTRAP))) {
      reader.read(topic, each -> ids.add(new String(each.key(), StandardCharsets.UTF_8)));
    }
    return ids;
  }
}
