package kongo.ingest;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kongo.actors.Entities;
import kongo.actors.EntitySettings;
import kongo.actors.GoodsEntity;
import kongo.actors.OldRows;
import kongo.actors.Partitioning;
import kongo.actors.WriteGuard;
import kongo.entity.AcceptedReadings;
import kongo.local.LocalStores;
import kongo.protocol.Partitions;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.spread.RulesHere;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.ShardRegion.CurrentShardRegionState;
import org.apache.pekko.cluster.sharding.typed.GetShardRegionState;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/** A node that is a cluster of its own, with real stores. */
final class OneNode implements AutoCloseable {

  private final ActorSystem<Void> system;
  private final KafkaEffects publisher;
  private final Entities entities;
  private final IngestControl ingest;

  OneNode(LocalStores stores, String keyspace, int partitions, WriteGuard guard) {
    this(config(stores, keyspace), partitions, guard, RuleBooks.original());
  }

  /** @param settings that differ from those of other tests */
  OneNode(LocalStores stores, String keyspace, int partitions, Map<String, ?> settings) {
    this(stores, keyspace, partitions, settings, RuleBooks.original());
  }

  /** @param settings that differ from those of other tests */
  OneNode(LocalStores stores, String keyspace, int partitions, Map<String, ?> settings, RuleBook book) {
    this(ConfigFactory.parseMap(settings).withFallback(config(stores, keyspace)), partitions, WriteGuard.ALWAYS, book);
  }

  private OneNode(Config config, int partitions, WriteGuard guard, RuleBook book) {
    system = ActorSystem.create(Behaviors.empty(), "kongo", config);
    Cluster cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    IngestSettings settings = IngestSettings.from(config);
    publisher = KafkaEffects.start(settings, IngestMetrics.NONE);
    Partitioning partitioning = new Partitioning(partitions, id -> Partitions.of(id, partitions));
    EntitySettings entitySettings = EntitySettings.from(config, book, partitioning, partitioning);
    entities =
        Entities.start(
            system, entitySettings, new RulesHere(book), publisher, guard, OldRows.KEPT, AcceptedReadings.UNCOUNTED);
    ingest = Ingest.start(system, entities, settings, IngestMetrics.NONE);
  }

  private static Config config(LocalStores stores, String keyspace) {
    return ConfigFactory.parseMap(
            Map.of(
                "kongo.kafka.bootstrap-servers", stores.kafka().bootstrap(),
                "kongo.kafka.group", keyspace,
                "datastax-java-driver.basic.contact-points.0", stores.cassandra().contactPoint(),
                "datastax-java-driver.basic.load-balancing-policy.local-datacenter", stores.cassandra().datacenter(),
                "pekko.persistence.cassandra.journal.keyspace", keyspace,
                "pekko.persistence.cassandra.snapshot.keyspace", keyspace))
        .withFallback(ConfigFactory.load("node.conf"))
        .resolve();
  }

  Entities entities() {
    return entities;
  }

  /** How many Goods are in memory. */
  int goodsInMemory() throws InterruptedException, ExecutionException, TimeoutException {
    CompletionStage<CurrentShardRegionState> state =
        AskPattern.ask(
            ClusterSharding.get(system).shardState(),
            asker -> new GetShardRegionState(GoodsEntity.TYPE_KEY, asker),
            Duration.ofSeconds(10),
            system.scheduler());
    return state.toCompletableFuture().get(10, TimeUnit.SECONDS).getShards().stream()
        .mapToInt(shard -> shard.getEntityIds().size())
        .sum();
  }

  IngestControl ingest() {
    return ingest;
  }

  @Override
  public void close() {
    ActorTestKit.shutdown(system, Duration.ofSeconds(60));
    publisher.close();
  }

  void drain() throws InterruptedException, ExecutionException, TimeoutException {
    ingest.drain().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
