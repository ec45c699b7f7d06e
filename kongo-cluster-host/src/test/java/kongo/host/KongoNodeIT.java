package kongo.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kongo.actors.GoodsEntity;
import kongo.actors.LocationEntity;
import kongo.host.settings.NodeConfig;
import kongo.local.Ports;
import kongo.local.SharedStores;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.sharding.ShardRegion.CurrentShardRegionState;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingQuery;
import org.apache.pekko.cluster.sharding.typed.GetShardRegionState;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(540)
class KongoNodeIT {

  private final List<ExitStatus> halts = new ArrayList<>();

  @Test
  void followsGoodsFromKafkaToHttp() throws Exception {
    NodeConfig config = NodeConfigs.atSharedStores("kongo.location.idle = 1s");
    RunningNode node = start(config);
    try {
      await(node, "/ready", 200);
      assertThat(get(node, "/goods/nobody").statusCode()).isEqualTo(404);
      assertThat(get(node, "/locations/nowhere").statusCode()).isEqualTo(404);
      assertThat(inMemory(node, GoodsEntity.TYPE_KEY)).isEmpty();
      assertThat(inMemory(node, LocationEntity.TYPE_KEY)).isEmpty();
      assertThat(journal(node)).as("is opened before anybody needs it").succeedsWithin(Duration.ofSeconds(10));
      long now = System.currentTimeMillis();
      send(config, config.settings().kafka().topics().registry(), "g1", "{\"type\":\"GOODS\",\"id\":\"g1\",\"categories\":[\"T2\"]}");
      send(config, config.settings().kafka().topics().rfid(), "g1", "{\"type\":\"RECEIVE\",\"time\":%d,\"goods\":\"g1\",\"warehouse\":\"w1\"}".formatted(now - 600_000));
      awaitBody(node, "/locations/w1", "\"aboard\":[\"g1\"]");
      // for longer than the shipped book waits
      for (int ago : List.of(300_000, 60_000)) {
        send(config, config.settings().kafka().topics().sensors(), "w1", "{\"time\":%d,\"location\":\"w1\",\"metric\":\"temperature\",\"value\":9.7}".formatted(now - ago));
      }

      awaitBody(node, "/violations?open=true", "\"rule\":\"chilled\"");
      awaitBody(node, "/goods/g1", "\"worst\":9.7");
      assertThat(get(node, "/goods/g1").body()).contains("\"location\":\"w1\"");
      while (!inMemory(node, LocationEntity.TYPE_KEY).isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(get(node, "/locations/w1").body()).contains("\"aboard\":[\"g1\"]");
      assertThat(get(node.health().getPort(), "/metrics").body())
          .contains("kongo_records_received_total")
          .doesNotContain("kongo_journal_rows_total 0.0");
    } finally {
      stop(node);
    }
    assertThat(halts).isEmpty();
  }

  @Test
  void showsInPagesWhatALargePlaceHolds() throws Exception {
    NodeConfig config = NodeConfigs.atSharedStores("kongo.actors.longest-answer = 2000");
    RunningNode node = start(config);
    try {
      long now = System.currentTimeMillis();
      List<String> sent = IntStream.range(100, 180).mapToObj(number -> "goods-" + number).toList();
      for (String goods : sent) {
        send(config, config.settings().kafka().topics().rfid(), goods, "{\"type\":\"RECEIVE\",\"time\":%d,\"goods\":\"%s\",\"warehouse\":\"w1\"}".formatted(now, goods));
      }
      awaitBody(node, "/locations/w1", "\"count\":" + sent.size());
      List<String> seen = new ArrayList<>();
      int pages = 0;
      for (String next = ""; next != null; pages++) {
        JsonNode page = new ObjectMapper().readTree(get(node, "/locations/w1" + next).body());
        page.get("aboard").forEach(goods -> seen.add(goods.textValue()));
        next = page.get("next").isNull() ? null : "?after=" + page.get("next").textValue();
      }
      assertThat(seen).isEqualTo(sent);
      assertThat(pages).isGreaterThan(1);
    } finally {
      stop(node);
    }
  }

  @Test
  void saysWhatOfItsInputIsJudgedByNothing() throws Exception {
    NodeConfig config = NodeConfigs.atSharedStores("kongo.doctor.keep = 0s");
    RunningNode node = start(config);
    try {
      var topics = config.settings().kafka().topics();
      long now = System.currentTimeMillis();
      send(config, topics.registry(), "truck-12", "{\"type\":\"TRUCK\",\"id\":\"truck-12\",\"maxWeight\":1000}");
      send(config, topics.sensors(), "truck-l2", "{\"time\":%d,\"location\":\"truck-l2\",\"metric\":\"Temperature\",\"value\":99}".formatted(now));
      send(config, topics.sensors(), "truck-12", "{\"time\":\"now\",\"location\":\"truck-12\",\"metric\":\"temperature\",\"value\":5}");
      awaitBody(node.health().getPort(), "/metrics", "kongo_readings_unknown_metric_total 1.0");
      String counted = get(node.health().getPort(), "/metrics").body();
      assertThat(counted).contains("kongo_readings_unregistered_place_total 1.0");

      awaitBody(node, "/doctor", "\"dead-letters\"");
      JsonNode found = new ObjectMapper().readTree(get(node, "/doctor").body());
      assertThat(found.get("findings")).extracting(finding -> finding.get("kind").textValue())
          .containsExactlyInAnyOrder("unknown-metrics", "unregistered-places", "dead-letters");
      assertThat(found.at("/findings/0/items/0/guess").textValue()).isEqualTo("temperature");
      assertThat(found.get("records").intValue()).isEqualTo(3);
      assertThat(found.get("until").longValue() - found.get("since").longValue()).isEqualTo(Duration.ofDays(1).toMillis());
    } finally {
      stop(node);
    }
    assertThat(halts).isEmpty();
  }

  private static CompletableFuture<ActorRef> journal(RunningNode node) {
    var journal = node.system().classicSystem().actorSelection("/system/pekko.persistence.cassandra.journal");
    return journal.resolveOne(Duration.ofSeconds(5)).toCompletableFuture();
  }

  @Test
  void startsAgainWithItsDataAndRefusesAnotherLaw(@TempDir Path folder) throws Exception {
    NodeConfig config = NodeConfigs.atSharedStores("");
    stop(start(config));
    stop(start(config));
    Path book = Files.writeString(folder.resolve("rules.conf"), "hold = 1h\nrules { cold { metric = temperature, max = 1, for = [T9] } }");

    NodeConfig other = changed(config, "kongo.rules.file", book.toString());

    assertThatThrownBy(() -> start(other))
        .isInstanceOfSatisfying(StartFailure.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.REFUSED))
        .hasMessageContaining("belongs to the rule book");
    assertThatThrownBy(() -> start(changed(config, "kongo.law.max-ahead", "2d"))).hasMessageContaining("kongo.law.max-ahead = 600000ms");
    assertThatThrownBy(() -> start(changed(config, "kongo.law.retention", "2d"))).hasMessageContaining("kongo.law.retention");
  }

  private static NodeConfig changed(NodeConfig config, String key, String value) {
    return NodeConfigs.with(config, key + " = \"" + value + "\"");
  }

  @Test
  void waitsForKafkaAndCassandraUntilTheyAppear() throws Exception {
    try (var cassandra = new LatePort(SharedStores.get().cassandra().contactPoint());
        var kafka = new LatePort(SharedStores.get().kafka().bootstrap())) {
      NodeConfig config = NodeConfigs.at(cassandra.address(), kafka.address(), "kongo.http.health-port = " + Ports.anyFree());
      var starting = CompletableFuture.supplyAsync(() -> start(config));
      awaitBody(config.settings().http().healthPort(), "/ready", "Cassandra at 127.0.0.1");
      assertThat(starting).isNotDone();

      cassandra.open();
      awaitBody(config.settings().http().healthPort(), "/ready", "Kafka at 127.0.0.1");
      assertThat(starting).isNotDone();
      kafka.open();

      RunningNode node = starting.get(90, TimeUnit.SECONDS);
      await(node, "/ready", 200);
      stop(node);
    }
  }

  @Test
  void saysInOneSentenceThatAPortIsInUse() throws Exception {
    try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      NodeConfig http = NodeConfigs.at("127.0.0.1:1", "127.0.0.1:1", "kongo.http.port = " + taken.getLocalPort());
      NodeConfig health = NodeConfigs.at("127.0.0.1:1", "127.0.0.1:1", "kongo.http.health-port = " + taken.getLocalPort());
      NodeConfig cluster = NodeConfigs.at("127.0.0.1:1", "127.0.0.1:1", "kongo.cluster.port = " + taken.getLocalPort());

      assertThatThrownBy(() -> start(http)).isInstanceOf(StartFailure.class).hasMessageContaining("kongo.http.port");
      assertThatThrownBy(() -> start(health)).isInstanceOf(StartFailure.class).hasMessageContaining("kongo.http.health-port");
      assertThatThrownBy(() -> start(cluster)).isInstanceOf(StartFailure.class).hasMessageContaining("kongo.cluster.port");
    }
  }

  private static Set<String> inMemory(RunningNode node, EntityTypeKey<?> type) throws Exception {
    var state =
        AskPattern.<ClusterShardingQuery, CurrentShardRegionState>ask(
            ClusterSharding.get(node.system()).shardState(),
            replyTo -> new GetShardRegionState(type, replyTo),
            Duration.ofSeconds(10),
            node.system().scheduler());
    return state.toCompletableFuture().get(20, TimeUnit.SECONDS).getShards().stream()
        .flatMap(shard -> shard.getEntityIds().stream())
        .collect(Collectors.toSet());
  }

  private RunningNode start(NodeConfig config) {
    return KongoNode.start(config, (status, sentence) -> halts.add(status));
  }

  private static void stop(RunningNode node) throws Exception {
    node.stop().toCompletableFuture().get(60, TimeUnit.SECONDS);
    node.system().getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static void send(NodeConfig config, String topic, String key, String value) throws Exception {
    var properties = new Properties();
    properties.put("bootstrap.servers", config.settings().kafka().bootstrapServers());
    try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static HttpResponse<String> get(RunningNode node, String path) throws Exception {
    return get(node.http().getPort(), path);
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(15)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void await(RunningNode node, String path, int status) throws Exception {
    awaitAnswer(node.health().getPort(), path, answer -> answer.statusCode() == status);
  }

  private static void awaitBody(RunningNode node, String path, String text) throws Exception {
    awaitBody(node.http().getPort(), path, text);
  }

  private static void awaitBody(int port, String path, String text) throws Exception {
    awaitAnswer(port, path, answer -> answer.body().contains(text));
  }

  private static void awaitAnswer(int port, String path, java.util.function.Predicate<HttpResponse<String>> expected)
      throws Exception {
    String last = "";
    for (int i = 0; i < 240; i++) {
      try {
        HttpResponse<String> answer = get(port, path);
        if (expected.test(answer)) {
          return;
        }
        last = answer.statusCode() + " " + answer.body();
      } catch (java.net.ConnectException e) {
        last = e.toString();
      }
      new CompletableFuture<Void>().completeOnTimeout(null, 250, TimeUnit.MILLISECONDS).join();
    }
    throw new AssertionError(path + " last answered " + last);
  }
}
