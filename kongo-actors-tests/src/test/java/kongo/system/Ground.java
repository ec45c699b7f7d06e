package kongo.system;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kongo.local.LocalStores;
import kongo.protocol.Topics;
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
import org.apache.kafka.clients.admin.Admin;

/** Topics, consumer groups and a keyspace that no other test uses, in stores that all use. */
record Ground(String name, String bootstrap, String contactPoint) {

  private static final int PARTITIONS = 6;

  static Ground in(LocalStores stores, String name) throws InterruptedException {
    Ground ground = new Ground(name, stores.kafka().bootstrap(), stores.cassandra().contactPoint());
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", ground.bootstrap))) {
      ground.topics().create(admin, PARTITIONS, 1);
    }
    return ground;
  }

  Topics topics() {
    return new Topics(name + ".registry", name + ".sensors", name + ".rfid", name + ".violations", name + ".dead-letters");
  }

  /** What a node's environment says of it. */
  Map<String, String> variables() {
    return Map.of(
        "KONGO_CLUSTER_NAME", name,
        "KONGO_KAFKA", bootstrap,
        "KONGO_KAFKA_GROUP", name,
        "KONGO_TOPIC_REGISTRY", topics().registry(),
        "KONGO_TOPIC_SENSORS", topics().sensors(),
        "KONGO_TOPIC_RFID", topics().rfid(),
        "KONGO_TOPIC_VIOLATIONS", topics().violations(),
        "KONGO_TOPIC_DEAD_LETTERS", topics().deadLetters(),
        "KONGO_CASSANDRA", contactPoint,
        "KONGO_KEYSPACE", keyspace());
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

  /** Sends on a thread of its own, so that things can happen meanwhile. */
  CompletableFuture<Delivered> beginToSend(Simulation world, Pace pace) {
    return CompletableFuture.supplyAsync(() -> send(world, pace));
  }

  Verdict verify(Duration patience) throws InterruptedException, ExecutionException {
    Verdict verdict = Verification.run(settings(patience), line -> {});
    System.out.println(name + ":\n" + VerdictText.of(verdict));
    return verdict;
  }

  VerifySettings settings(Duration patience) {
    return new VerifySettings(
        Map.of("bootstrap.servers", bootstrap), topics(), name, RuleBooks.shipped(), Acceptance.DEFAULT_RETENTION,
        Duration.ofDays(1), patience, Duration.ofSeconds(2));
  }
}
