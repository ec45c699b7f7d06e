package kongo.host.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kongo.protocol.Topic;
import kongo.protocol.Topics;
import org.apache.kafka.common.config.TopicConfig;

/** What the settings of the topics that are there would do to the data. */
final class TopicChecks {

  /** What the checks found: what ends the start, and what somebody should know. */
  record Findings(List<String> refused, List<String> warned) {}

  private final Topics topics;
  private final boolean refuseFiniteRetention;
  private final Map<String, Map<String, String>> settings;
  private final Findings findings = new Findings(new ArrayList<>(), new ArrayList<>());

  private TopicChecks(Topics topics, boolean refuseFiniteRetention, Map<String, Map<String, String>> settings) {
    this.topics = topics;
    this.refuseFiniteRetention = refuseFiniteRetention;
    this.settings = settings;
  }

  /** @param settings of each topic, by Kafka's names */
  static Findings of(Topics topics, boolean refuseFiniteRetention, Map<String, Map<String, String>> settings) {
    TopicChecks checks = new TopicChecks(topics, refuseFiniteRetention, settings);
    topics.inputs().forEach(checks::input);
    checks.keepsAll(topics.rules(), "topic of the rule books");
    topics.all().forEach(checks::retention);
    checks.violations();
    return checks.findings;
  }

  private void input(String topic) {
    keepsAll(topic, "input topic");
    long ahead = number(topic, TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.MAX_VALUE);
    if (ahead > Topic.TIMESTAMP_AHEAD.toMillis()) {
      findings.warned.add(
          ("Topic %s takes timestamps of any time to come (message.timestamp.after.max.ms=%d): records from the future"
                  + " are told by their timestamps. Set it to %d.")
              .formatted(topic, ahead, Topic.TIMESTAMP_AHEAD.toMillis()));
    }
    size(topic);
  }

  private void keepsAll(String topic, String what) {
    if (isCompacted(topic)) {
      findings.refused.add(
          ("The %s %s is compacted (cleanup.policy=%s): Kafka would remove records that were accepted."
                  + " Set cleanup.policy=delete and retention.ms=-1.")
              .formatted(what, topic, text(topic, TopicConfig.CLEANUP_POLICY_CONFIG)));
    }
  }

  private void size(String topic) {
    long record = number(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, 0);
    long letter = number(topics.deadLetters(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Long.MAX_VALUE);
    if (record > letter) {
      findings.warned.add(
          "Topic %s takes larger records (max.message.bytes=%d) than %s (%d): the dead letters of such records are cut."
              .formatted(topic, record, topics.deadLetters(), letter));
    }
  }

  private void retention(String topic) {
    long millis = number(topic, TopicConfig.RETENTION_MS_CONFIG, -1);
    long bytes = number(topic, TopicConfig.RETENTION_BYTES_CONFIG, -1);
    boolean deletes = text(topic, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_DELETE);
    if (deletes && (millis >= 0 || bytes >= 0)) {
      (refuseFiniteRetention ? findings.refused : findings.warned).add(
          ("Topic %s loses records by age or size (retention.ms=%d, retention.bytes=%d): what is not read by then is lost,"
                  + " and verify and ledger lose their evidence. Set both to -1.")
              .formatted(topic, millis, bytes));
    }
  }

  private void violations() {
    if (isCompacted(topics.violations())) {
      findings.warned.add(
          "Topic %s is compacted: verify no longer sees every revision.".formatted(topics.violations()));
    }
  }

  private boolean isCompacted(String topic) {
    return text(topic, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT);
  }

  private String text(String topic, String name) {
    return settings.getOrDefault(topic, Map.of()).getOrDefault(name, "");
  }

  /** What a broker does not tell, or as no number, is not judged. */
  private long number(String topic, String name, long otherwise) {
    String text = text(topic, name);
    return text.matches("-?[0-9]{1,19}") ? Long.parseLong(text) : otherwise;
  }
}
