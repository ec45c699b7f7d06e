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
import kongo.actors.JournalIds;
import kongo.actors.LocationEntity;
import kongo.actors.Partitioning;
import kongo.goods.GoodsReport;
import kongo.host.doctor.Examinations;
import kongo.host.doctor.InputDoctor;
import kongo.host.http.HttpInterface;
import kongo.host.http.Reports;
import kongo.host.metrics.NodeMetrics;
import kongo.host.metrics.UnjudgedReadings;
import kongo.host.metrics.VocabulariesHere;
import kongo.host.settings.NodeSettings;
import kongo.host.store.JournaledEntities;
import kongo.host.store.KafkaConnection;
import kongo.host.store.KnownEntities;
import kongo.host.store.SpreadRows;
import kongo.ingest.BookLog;
import kongo.ingest.BookReader;
import kongo.ingest.BookStream;
import kongo.ingest.Ingest;
import kongo.ingest.IngestControl;
import kongo.ingest.IngestSettings;
import kongo.ingest.KafkaEffects;
import kongo.ingest.RulesJson;
import kongo.ingest.SpreadView;
import kongo.journal.OldRowsInCassandra;
import kongo.location.LocationReport;
import kongo.protocol.Partitions;
import kongo.report.Cursor;
import kongo.rules.RuleBook;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What a member of the cluster does: entities, and the streams that feed them. */
record NodeWork(Config config, NodeSettings settings, NodeMetrics metrics, Readiness readiness, ShutdownTasks shutdown) {

  /** Ids that exist and are not looked for again when HTTP asks, some 200 bytes each. */
  private static final int REMEMBERED = 10_000;
  /** Partitions of journals that are looked at together for entities that have to hear of a rule book. */
  private static final int TOLD_TOGETHER = 200;

  void start(ActorSystem<?> system, CqlSession session, KafkaConnection kafka, RuleBook book, PauseGuard guard, HttpInterface http) {
    IngestSettings ingest = IngestSettings.from(config);
    KafkaEffects publisher = shutdown.add("violations", KafkaEffects.start(ingest, metrics));
    OldRowsInCassandra oldRows = OldRowsInCassandra.start(system, session, settings.cassandra().deletions());
    metrics.watch(oldRows);
    BookLog books = books(ingest, book);
    UnjudgedReadings unjudged = new UnjudgedReadings(new VocabulariesHere(books.rules()::history));
    metrics.watch(unjudged);
    Entities entities =
        Entities.start(
            system, entitySettings(kafka, book), books.rules(), publisher, guard::check, oldRows::notNeeded, unjudged);
    http.answerWith(reports(entities, session));
    http.examineWith(shutdown.add("doctor", new Examinations(new InputDoctor(settings, books.rules()::history), settings.doctor())));
    SpreadView spread = spread(system, session, ingest, entities, books);
    http.tellRulesBy(() -> RulesJson.of(books, spread, System.currentTimeMillis()));
    IngestControl streams = Ingest.start(system, entities, books.rules()::history, ingest, metrics);
    readiness.require("streams", streams::missing);
  }

  /** All that there are now: an entity that is recovered may know any of them. */
  private BookLog books(IngestSettings ingest, RuleBook configured) {
    BookLog books = new BookLog(configured);
    BookReader reader = shutdown.add("rule books", BookReader.start(ingest, books));
    readiness.require("rule books", reader::missing);
    reader.awaitCaughtUp();
    return books;
  }

  private SpreadView spread(ActorSystem<?> system, CqlSession session, IngestSettings ingest, Entities entities, BookLog books) {
    String keyspace = settings.cassandra().keyspace();
    var pages = new JournaledEntities(session, keyspace, TOLD_TOGETHER);
    var store = new SpreadRows(session, keyspace, ingest.topics().rules());
    SpreadView spread = BookStream.start(system, entities, books, pages, store, ingest, metrics);
    metrics.watch(books, spread);
    readiness.require("rules", spread::missing);
    return spread;
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
        .exists(JournalIds.of(type, id))
        .thenCompose(
            exists -> exists ? ask.get().thenApply(Optional::of) : CompletableFuture.completedFuture(Optional.<T>empty()));
  }
}
