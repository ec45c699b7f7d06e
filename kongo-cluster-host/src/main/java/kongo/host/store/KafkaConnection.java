package kongo.host.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kongo.host.ExitStatus;
import kongo.host.StartFailure;
import kongo.host.settings.KafkaSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The node's Kafka administration client: waits for the broker and for the topics. */
public final class KafkaConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaConnection.class);
  private static final Duration TELL_EVERY = Duration.ofSeconds(3);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final KafkaSettings settings;
  private final Admin admin;

  public KafkaConnection(KafkaSettings settings) {
    this.settings = settings;
    this.admin = Admin.create(properties(settings));
  }

  private static Properties properties(KafkaSettings settings) {
    Properties properties = settings.clientProperties();
    properties.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, settings.group() + "-admin");
    properties.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
    return properties;
  }

  public Admin admin() {
    return admin;
  }

  /** Waits for the broker for as long as it takes and says what it waits for. */
  public void await() {
    while (!answers()) {
      LOG.info("Waiting for Kafka at {}", settings.bootstrapServers());
    }
  }

  private boolean answers() {
    try {
      int nodes = admin.describeCluster().nodes().get(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS).size();
      return nodes > 0;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      throw new StartFailure(ExitStatus.START_FAILED, "The start was interrupted.", e);
    } catch (ExecutionException e) {
      refuseIfDenied(e.getCause());
      Waiting.pause(RETRY);
      return false;
    }
  }

  private void refuseIfDenied(Throwable cause) {
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      throw new StartFailure(
          ExitStatus.START_FAILED,
          "Kafka at %s refuses this node: %s".formatted(settings.bootstrapServers(), cause.getMessage()),
          cause);
    }
  }

  /**
   * Creates the topics that are missing, or waits until an administrator has; then looks whether their settings keep the
   * data.
   *
   * @throws StartFailure if a topic would lose what was accepted
   */
  public void ensureTopics() {
    awaitTopics();
    TopicChecks.Findings findings =
        TopicChecks.of(settings.topics(), settings.refuseFiniteRetention(), topicSettings());
    findings.warned().forEach(LOG::warn);
    if (!findings.refused().isEmpty()) {
      throw new StartFailure(ExitStatus.REFUSED, String.join(System.lineSeparator(), findings.refused()));
    }
  }

  private Map<String, Map<String, String>> topicSettings() {
    List<ConfigResource> asked =
        settings.topics().all().stream().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList();
    try {
      Map<String, Map<String, String>> found = new HashMap<>();
      admin.describeConfigs(asked).all().get().forEach((topic, config) -> found.put(topic.name(), texts(config)));
      return found;
    } catch (InterruptedException e) {
      throw new StartFailure(ExitStatus.START_FAILED, "The start was interrupted.", e);
    } catch (ExecutionException e) {
      LOG.warn("The settings of the topics cannot be read, so nobody has looked whether they keep the data: {}",
          e.getCause().toString());
      return Map.of();
    }
  }

  private static Map<String, String> texts(Config config) {
    Map<String, String> texts = new HashMap<>();
    config.entries().stream().filter(entry -> entry.value() != null)
        .forEach(entry -> texts.put(entry.name(), entry.value()));
    return texts;
  }

  private void awaitTopics() {
    if (missingTopics().isEmpty()) {
      return;
    }
    if (settings.createTopics()) {
      createTopics();
    }
    long nextTold = System.nanoTime();
    for (List<String> missing = missingTopics(); !missing.isEmpty(); missing = missingTopics()) {
      if (System.nanoTime() >= nextTold) {
        LOG.info("Waiting for the topics {} at {}", missing, settings.bootstrapServers());
        nextTold = System.nanoTime() + TELL_EVERY.toNanos();
      }
      Waiting.pause(RETRY);
    }
  }

  private void createTopics() {
    try {
      settings.topics().create(admin, settings.partitions(), settings.replication());
    } catch (InterruptedException e) {
      throw new StartFailure(ExitStatus.START_FAILED, "The start was interrupted.", e);
    } catch (IllegalStateException e) {
      throw new StartFailure(
          ExitStatus.START_FAILED, "%s: %s".formatted(e.getMessage(), e.getCause().getMessage()), e);
    }
  }

  /** How many partitions a topic has that is there. */
  public int partitions(String topic) {
    return identity(topic).partitions();
  }

  /** @param topic that is there */
  public TopicIdentity identity(String topic) {
    try {
      TopicDescription found = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
      return new TopicIdentity(topic, found.topicId().toString(), found.partitions().size());
    } catch (InterruptedException e) {
      throw new StartFailure(ExitStatus.START_FAILED, "The start was interrupted.", e);
    } catch (ExecutionException e) {
      throw new KafkaException("Topic " + topic + " cannot be described", e.getCause());
    }
  }

  private List<String> missingTopics() {
    try {
      Set<String> there = admin.listTopics().names().get();
      var missing = new ArrayList<>(settings.topics().all());
      missing.removeAll(there);
      return missing;
    } catch (InterruptedException e) {
      throw new StartFailure(ExitStatus.START_FAILED, "The start was interrupted.", e);
    } catch (ExecutionException e) {
      throw new KafkaException("Topics cannot be listed", e.getCause());
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }
}
