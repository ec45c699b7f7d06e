package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void haveTheDefaultNamesOfTheSemantics() {
    assertThat(Topics.DEFAULT.all())
        .containsExactly("kongo.registry", "kongo.sensors", "kongo.rfid", "kongo.rules", "kongo.violations", "kongo.stays", "kongo.dead-letters");
    assertThat(Topics.DEFAULT.inputs()).containsExactly("kongo.registry", "kongo.sensors", "kongo.rfid");
  }

  @Test
  void eachHaveASchema() {
    for (Topic topic : Topic.values()) {
      assertThat(Topic.class.getResource(topic.schema())).as(topic.schema()).isNotNull();
    }
  }

  @Test
  void refuseATopicThatIsNotRead() {
    assertThat(Topics.DEFAULT.feed("kongo.rfid")).isEqualTo(Feed.RFID);
    for (String other : new String[] {"kongo.violations", "kongo.stays", ""}) {
      assertThatThrownBy(() -> Topics.DEFAULT.feed(other)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("topic " + other + " is none");
    }
  }

  @Test
  void refuseToBeWithoutOne() {
    assertThatThrownBy(() -> new Topics(Map.of(Topic.REGISTRY, "r"))).hasMessageContaining("sensors has no name");
  }

  @Test
  void areReadEachByItsOwnDecoder() {
    assertThat(Feed.values()).extracting(feed -> feed.decoder(EventTime.DEFAULT).getClass()).doesNotHaveDuplicates();
  }
}
