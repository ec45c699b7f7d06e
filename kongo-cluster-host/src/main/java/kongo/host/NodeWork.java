package kongo.host;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import kongo.actors.Entities;
import kongo.actors.EntitySettings;
import kongo.actors.Partitioning;
import kongo.goods.GoodsReport;
import kongo.host.http.HttpInterface;
import kongo.host.http.Reports;
import kongo.host.metrics.NodeMetrics;
import kongo.host.settings.NodeSettings;
import kongo.host.store.KafkaConnection;
import kongo.ingest.Ingest;
import kongo.ingest.IngestControl;
import kongo.ingest.IngestSettings;
import kongo.ingest.KafkaViolations;
import kongo.location.LocationReport;
import kongo.protocol.Partitions;
import kongo.rules.RuleBook;
import org.apache.pekko.actor.typed.ActorSystem;

/** What a member of the cluster does: entities, and the streams that feed them. */
record NodeWork(Config config, NodeSettings settings, NodeMetrics metrics, Readiness readiness, Endings endings) {

  void start(ActorSystem<?> system, KafkaConnection kafka, RuleBook book, PauseGuard guard, HttpInterface http) {
    IngestSettings ingest = IngestSettings.from(config);
    KafkaViolations publisher = endings.add("violations", KafkaViolations.start(ingest, metrics));
    Entities entities = Entities.start(system, entitySettings(kafka, book), publisher, guard::check);
    http.answerWith(reports(entities));
    IngestControl streams = Ingest.start(system, entities, ingest, metrics);
    readiness.require(
        "streams", () -> streams.ready() ? Optional.empty() : Optional.of("not all consumers have joined their groups"));
  }

  private EntitySettings entitySettings(KafkaConnection kafka, RuleBook book) {
    var topics = settings.kafka().topics();
    return EntitySettings.from(config, book, partitioning(kafka, topics.sensors()), partitioning(kafka, topics.rfid()));
  }

  private static Partitioning partitioning(KafkaConnection kafka, String topic) {
    int count = kafka.partitions(topic);
    return new Partitioning(count, id -> Partitions.of(id, count));
  }

  private Reports reports(Entities entities) {
    Duration timeout = settings.http().askTimeout();
    return new Reports() {
      @Override
      public CompletionStage<GoodsReport> goods(String id) {
        return entities.goodsReport(id, timeout);
      }

      @Override
      public CompletionStage<LocationReport> location(String id) {
        return entities.locationReport(id, timeout);
      }
    };
  }
}
