package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.Test;

class EntitySettingsTest {

  private static EntitySettings read(String changed) {
    Config config =
        ConfigFactory.parseString(changed)
            .withFallback(ConfigFactory.parseString("pekko.remote.artery.advanced.maximum-frame-size = 1 MiB"))
            .withFallback(ConfigFactory.load());
    Partitioning one = new Partitioning(1, id -> 0);
    return EntitySettings.from(config, RuleBooks.shipped(), one, one);
  }

  @Test
  void anAnswerFitsIntoAFrameBetweenNodes() {
    assertThat(read("").longestAnswer()).isEqualTo(960 << 10);
    assertThatThrownBy(() -> read("kongo.actors.longest-answer = 1 MiB")).hasMessageContaining("kongo.actors.longest-answer");
    assertThatThrownBy(() -> read("pekko.remote.artery.advanced.maximum-frame-size = 256 KiB"))
        .hasMessageContaining("kongo.actors.longest-answer");
  }
}
