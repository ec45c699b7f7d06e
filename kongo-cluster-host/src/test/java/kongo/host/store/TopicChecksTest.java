package kongo.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import kongo.protocol.Topics;
import org.junit.jupiter.api.Test;

/** A start tells what the topics' settings would do to the data. */
class TopicChecksTest {

  private static final Topics TOPICS = Topics.DEFAULT;

  private final Map<String, Map<String, String>> settings = new HashMap<>();

  TopicChecksTest() {
    TOPICS.all().forEach(topic -> settings.put(topic, new HashMap<>(Map.of(
        "cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1", "max.message.bytes", "1048588",
        "message.timestamp.after.max.ms", "3600000"))));
  }

  private TopicChecks.Findings with(String topic, String name, String value) {
    settings.get(topic).put(name, value);
    return TopicChecks.of(TOPICS, false, settings);
  }

  @Test
  void asTheyAreCreatedNothingIsFound() {
    TopicChecks.Findings findings = TopicChecks.of(TOPICS, true, settings);
    assertThat(findings.refused()).isEmpty();
    assertThat(findings.warned()).isEmpty();
  }

  @Test
  void aCompactedInputIsRefused() {
    assertThat(with(TOPICS.registry(), "cleanup.policy", "compact").refused())
        .singleElement().asString().contains(TOPICS.registry(), "compacted");
    assertThat(with(TOPICS.rfid(), "cleanup.policy", "compact,delete").refused()).hasSize(2);
  }

  @Test
  void compactedRuleBooksAreRefused() {
    assertThat(with(TOPICS.rules(), "cleanup.policy", "compact").refused())
        .singleElement().asString().contains(TOPICS.rules(), "compacted");
  }

  @Test
  void compactedViolationsAreWarnedOf() {
    TopicChecks.Findings findings = with(TOPICS.violations(), "cleanup.policy", "compact");
    assertThat(findings.refused()).isEmpty();
    assertThat(findings.warned()).hasSize(1);
  }

  @Test
  void retentionIsWarnedOfOrRefused() {
    assertThat(with(TOPICS.sensors(), "retention.ms", "604800000").warned())
        .singleElement().asString().contains(TOPICS.sensors(), "604800000");
    settings.get(TOPICS.violations()).put("retention.bytes", "1000");
    assertThat(TopicChecks.of(TOPICS, true, settings).refused()).hasSize(2);
  }

  @Test
  void timestampsOfAnyTimeToComeAreWarnedOf() {
    assertThat(with(TOPICS.rfid(), "message.timestamp.after.max.ms", "9223372036854775807").warned())
        .singleElement().asString().contains("message.timestamp.after.max.ms");
  }

  @Test
  void dataThatDeadLettersCannotTakeIsWarnedOf() {
    assertThat(with(TOPICS.rfid(), "max.message.bytes", "20000000").warned())
        .singleElement().asString().contains(TOPICS.deadLetters());
  }

  @Test
  void whatABrokerDoesNotTellIsNotJudged() {
    assertThat(TopicChecks.of(TOPICS, true, Map.of()).refused()).isEmpty();
  }
}
