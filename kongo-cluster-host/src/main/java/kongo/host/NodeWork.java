package kongo.host;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kongo.actors.Entities;
import kongo.actors.EntitySettings;
import kongo.actors.GoodsEntity;
import kongo.actors.LocationEntity;
import kongo.actors.Partitioning;
import kongo.goods.GoodsReport;
import kongo.host.http.HttpInterface;
import kongo.host.http.Reports;
import kongo.host.metrics.NodeMetrics;
import kongo.host.settings.NodeSettings;
import kongo.host.store.KafkaConnection;
import kongo.host.store.KnownEntities;
import kongo.ingest.Ingest;
import kongo.ingest.IngestControl;
import kongo.ingest.IngestSettings;
import kongo.ingest.KafkaEffects;
import kongo.journal.OldRowsInCassandra;
import kongo.location.LocationReport;
import kongo.protocol.Partitions;
import kongo.report.Cursor;
import kongo.rules.RuleBook;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;

/** What a member of the cluster does: entities, and the streams that feed them. */
record NodeWork(Config config, NodeSettings settings, NodeMetrics metrics, Readiness readiness, ShutdownTasks shutdown) {

  /** Ids that exist and are not looked for again when HTTP asks, some 200 bytes each. */
  private static final int REMEMBERED = 10_000;

  void start(ActorSystem<?> system, CqlSession session, KafkaConnection kafka, RuleBook book, PauseGuard guard, HttpInterface http) {
    IngestSettings ingest = IngestSettings.from(config);
    KafkaEffects publisher = shutdown.add("violations", KafkaEffects.start(ingest, metrics));
    OldRowsInCassandra oldRows = OldRowsInCassandra.start(system, session, settings.cassandra().deletions());
    metrics.watch(oldRows);
    Entities entities = Entities.start(system, entitySettings(kafka, book), publisher, guard::check, oldRows::notNeeded);
    http.answerWith(reports(entities, session));
    IngestControl streams = Ingest.start(system, entities, ingest, metrics);
    readiness.require("streams", streams::missing);
  }

  private EntitySettings entitySettings(KafkaConnection kafka, RuleBook book) {
    var topics = settings.kafka().topics();
    return EntitySettings.from(config, book, partitioning(kafka, topics.sensors()), partitioning(kafka, topics.rfid()));
  }

  private static Partitioning partitioning(KafkaConnection kafka, String topic) {
    int count = kafka.partitions(topic);
    return new Partitioning(count, id -> Partitions.of(id, count));
  }

  private Reports reports(Entities entities, CqlSession session) {
    Duration timeout = settings.http().askTimeout();
    var known = new KnownEntities(session, settings.cassandra().keyspace(), timeout, REMEMBERED);
    return new Reports() {
      @Override
      public CompletionStage<Optional<GoodsReport>> goods(String id, Cursor after) {
        return ifExists(known, GoodsEntity.TYPE_KEY, id, () -> entities.goodsReport(id, after, timeout));
      }

      @Override
      public CompletionStage<Optional<LocationReport>> location(String id, Cursor after) {
        return location(id, Optional.empty(), after);
      }

      @Override
      public CompletionStage<Optional<LocationReport>> locationOf(String goods, String location) {
        return location(location, Optional.of(goods), Cursor.START);
      }

      private CompletionStage<Optional<LocationReport>> location(String id, Optional<String> about, Cursor after) {
        return ifExists(known, LocationEntity.TYPE_KEY, id, () -> entities.locationReport(id, about, after, timeout));
      }
    };
  }

  private static <T> CompletionStage<Optional<T>> ifExists(
      KnownEntities known, EntityTypeKey<?> type, String id, Supplier<CompletionStage<T>> ask) {
    return known
        .exists(PersistenceId.of(type.name(), id))
        .thenCompose(
            exists -> exists ? ask.get().thenApply(Optional::of) : CompletableFuture.completedFuture(Optional.<T>empty()));
  }
}
