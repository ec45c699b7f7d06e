package kongo.host.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kongo.host.violations.OpenViolations;
import kongo.ingest.BookLog;
import kongo.ingest.IngestMetrics;
import kongo.ingest.SpreadView;
import kongo.journal.OldRowsInCassandra;
import kongo.protocol.Reason;
import org.apache.kafka.common.TopicPartition;

/** What a node counts, for Prometheus. */
public final class NodeMetrics implements IngestMetrics, AutoCloseable {

  private static final Duration[] LATENCIES = {
    Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100),
    Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5),
    Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5)
  };

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Timer violationLatency = timer("kongo.violation.latency", "From a record's timestamp to the violation that it caused", "");
  private final Map<String, Timer> batches = new ConcurrentHashMap<>();
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Lag> lags = new ConcurrentHashMap<>();

  private final Counter corrected =
      Counter.builder("kongo.rules.revisions").description("Revisions that a rule book caused, published by this node").register(registry);

  public NodeMetrics(OpenViolations violations) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    FunctionCounter.builder("kongo.journal.rows", this, metrics -> JournalRows.written())
        .description("Rows written to the journal")
        .register(registry);
    Gauge.builder("kongo.violations.open", violations, OpenViolations::size)
        .description("Open violations of the whole cluster")
        .register(registry);
  }

  /** Tells of it from now on. */
  public void watch(OldRowsInCassandra oldRows) {
    FunctionCounter.builder("kongo.journal.rows.deleted", oldRows, OldRowsInCassandra::deletedRows)
        .description("Rows of the journal that were deleted because nothing needs them any more")
        .register(registry);
    FunctionCounter.builder("kongo.deletions.failed", oldRows, OldRowsInCassandra::failures)
        .description("Deletions of old rows and snapshots that Cassandra did not carry out")
        .register(registry);
    Gauge.builder("kongo.deletions.waiting", oldRows, OldRowsInCassandra::waiting)
        .description("Entities whose old rows and snapshots wait for their deletion")
        .register(registry);
  }

  /** Tells of it from now on. */
  public void watch(UnjudgedReadings unjudged) {
    FunctionCounter.builder("kongo.readings.unknown.metric", unjudged, UnjudgedReadings::ofUnknownMetrics)
        .description("Readings accepted here of metrics that no rule names")
        .register(registry);
    FunctionCounter.builder("kongo.readings.unregistered.place", unjudged, UnjudgedReadings::atUnregisteredPlaces)
        .description("Readings accepted here at places that nobody had registered")
        .register(registry);
  }

  /** Tells from now on how far the rule books have come. */
  public void watch(BookLog books, SpreadView spread) {
    Gauge.builder("kongo.rules.version", books, BookLog::version)
        .description("Offset of the newest rule book that this node knows; -1: only the configured one")
        .register(registry);
    Gauge.builder("kongo.rules.completed", spread, SpreadView::completed)
        .description("Offset of the rule book that all entities have taken, with all before it")
        .register(registry);
    Gauge.builder("kongo.rules.done", spread, SpreadView::done)
        .description("Entities of the cluster that have taken the rule book that is being spread, or was last")
        .register(registry);
    Gauge.builder("kongo.rules.to.do", spread, SpreadView::toDo)
        .description("Entities of the cluster that have still to take it")
        .register(registry);
    Gauge.builder("kongo.rules.failing", spread, SpreadView::failing)
        .description("Entities of the cluster that cannot take it now")
        .register(registry);
  }

  private record Lag(AtomicLong records, Gauge gauge) {}

  public PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void received(String topic, int records) {
    counter("kongo.records.received", "Records taken from a topic", topic, "").increment(records);
  }

  @Override
  public void duplicates(String topic, int records) {
    counter("kongo.records.duplicate", "Records that were there already", topic, "").increment(records);
  }

  @Override
  public void inOtherPartition(String topic, int records) {
    counter("kongo.records.other.partition", "Records that are not where the default partitioner puts their key", topic, "").increment(records);
  }

  @Override
  public void deadLetter(String topic, Reason reason) {
    counter("kongo.dead.letters", "Records that could not be used", topic, reason.header()).increment();
  }

  @Override
  public void deadLetterNotTaken(String topic) {
    counter("kongo.dead.letters.not.taken", "Dead letters that their topic does not take, so that they are not written", topic, "").increment();
  }

  @Override
  public void retried(String topic) {
    counter("kongo.retries", "Asks that were repeated", topic, "").increment();
  }

  @Override
  public void lag(String topic, int partition, long records) {
    lags.computeIfAbsent(new TopicPartition(topic, partition), this::newLag).records().set(records);
  }

  private Lag newLag(TopicPartition partition) {
    var records = new AtomicLong();
    Gauge gauge =
        Gauge.builder("kongo.lag", records, AtomicLong::doubleValue)
            .description("Records of a partition consumed here that are not committed yet")
            .tags("topic", partition.topic(), "partition", Integer.toString(partition.partition()))
            .register(registry);
    return new Lag(records, gauge);
  }

  @Override
  public void gone(String topic, int partition) {
    Lag lag = lags.remove(new TopicPartition(topic, partition));
    if (lag != null) {
      registry.remove(lag.gauge());
    }
  }

  /** Clocks of different machines differ: what would have been published before its cause counts as at once. */
  @Override
  public void published(Duration sinceCause) {
    violationLatency.record(sinceCause.isNegative() ? Duration.ZERO : sinceCause);
  }

  @Override
  public void corrected(int revisions) {
    corrected.increment(revisions);
  }

  @Override
  public void batchDone(String topic, int records, Duration took) {
    batches
        .computeIfAbsent(topic, t -> timer("kongo.batch", "From a batch's arrival until all its effects are published", t))
        .record(took);
  }

  private Timer timer(String name, String description, String topic) {
    var timer = Timer.builder(name).description(description).serviceLevelObjectives(LATENCIES);
    return (topic.isEmpty() ? timer : timer.tag("topic", topic)).register(registry);
  }

  private Counter counter(String name, String description, String topic, String reason) {
    return counters.computeIfAbsent(name + "|" + topic + "|" + reason, key -> newCounter(name, description, topic, reason));
  }

  private Counter newCounter(String name, String description, String topic, String reason) {
    var counter = Counter.builder(name).description(description).tag("topic", topic);
    return (reason.isEmpty() ? counter : counter.tag("reason", reason)).register(registry);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
