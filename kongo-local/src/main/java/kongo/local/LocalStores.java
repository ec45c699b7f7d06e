package kongo.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** A Kafka broker and a Cassandra node on this machine that belong to this process and end with it. */
public final class LocalStores implements AutoCloseable {

  /** Of a topic on one machine: a few nodes share the work, and fewer partitions are quicker to begin. */
  public static final int PARTITIONS = 12;

  private static final long MEMORY_MIB = 2_500;
  private static final long DISK_MIB = 2_000;
  private static final Duration READY_TIME = Duration.ofMinutes(5);
  /** On few cores the common pool has one thread, and both of them wait. */
  private static final Executor APART = work -> new Thread(work, "store").start();
  private static final String[] OWN_FILES = {
    "kafka", "cassandra", "logs", "tmp", "kafka.pid", "cassandra.pid", "ports.properties", "environment.json", "simulation.properties"};

  private final DataFolder folder;
  private final LocalKafka kafka;
  private final LocalCassandra cassandra;
  private CompletableFuture<Void> kafkaUp = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> cassandraUp = CompletableFuture.completedFuture(null);

  private LocalStores(DataFolder folder, LocalKafka kafka, LocalCassandra cassandra) {
    this.folder = folder;
    this.kafka = kafka;
    this.cassandra = cassandra;
  }

  /** Starts both and returns when both answer; what cannot be started is told by a {@link LocalFailure}, and nothing is left running. */
  public static LocalStores start(LocalSettings settings) {
    var stores = begin(settings);
    try {
      stores.awaitReady();
      return stores;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  /** Begins to start both, and returns when their addresses are known. */
  public static LocalStores begin(LocalSettings settings) {
    var folder = DataFolder.own(settings.data());
    try {
      Machine.require(settings.data(), MEMORY_MIB, DISK_MIB);
      var stores = prepared(folder, settings);
      stores.beginBoth(settings.progress());
      return stores;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Deletes what stores left in this folder. */
  public static void wipe(Path data) {
    try (var folder = DataFolder.own(data)) {
      awaitPredecessors(folder);
      folder.wipe(OWN_FILES);
    }
  }

  /** All but the processes. */
  static LocalStores prepared(DataFolder folder, LocalSettings settings) {
    if (settings.fresh()) {
      awaitPredecessors(folder);
      folder.wipe(OWN_FILES);
    }
    var ports = Ports.keptIn(folder.path());
    var kafka = new LocalKafka(folder.path(), settings.host(), ports.take("kafka", settings.kafkaPort()), ports.take("kafka-controller", 0), settings.cache());
    var cassandra = new LocalCassandra(folder.path(), settings.host(), ports.take("cassandra", settings.cassandraPort()), ports.take("cassandra-storage", 0), settings.cache());
    return new LocalStores(folder, kafka, cassandra);
  }

  private static void awaitPredecessors(DataFolder folder) {
    new PidFile(folder.path().resolve("kafka.pid")).awaitGone();
    new PidFile(folder.path().resolve("cassandra.pid")).awaitGone();
  }

  private void beginBoth(Progress progress) {
    cassandraUp = CompletableFuture.runAsync(() -> up(cassandra.process(), "Cassandra at " + cassandra.contactPoint(), progress), APART);
    kafkaUp = CompletableFuture.runAsync(() -> up(kafka.process(), "Kafka at " + kafka.bootstrap(), progress), APART);
  }

  /** Returns when both answer; if one cannot be started, the other is stopped, too. */
  public void awaitReady() {
    try {
      awaitKafka();
      join(cassandraUp);
    } catch (RuntimeException e) {
      stopBoth();
      throw e;
    }
  }

  /** Returns when Kafka answers. */
  public void awaitKafka() {
    join(kafkaUp);
  }

  private static void join(CompletableFuture<Void> start) {
    try {
      start.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void up(StoreProcess process, String step, Progress progress) {
    var begin = Instant.now();
    process.start();
    process.awaitReady(READY_TIME);
    progress.done(step, Duration.between(begin, Instant.now()));
  }

  public LocalKafka kafka() {
    return kafka;
  }

  public LocalCassandra cassandra() {
    return cassandra;
  }

  /** What both left behind at their ends for later starts; they were started to do that. */
  public List<Path> keepCaches() {
    return Stream.of(kafka.keepCache(), cassandra.keepCache()).flatMap(Optional::stream).toList();
  }

  private void stopBoth() {
    stopStarted();
    // One of them may have been about to start when it was told to stop.
    Stream.of(kafkaUp, cassandraUp).forEach(start -> start.exceptionally(failed -> null).join());
    stopStarted();
  }

  private void stopStarted() {
    CompletableFuture.allOf(CompletableFuture.runAsync(kafka.process()::stop), CompletableFuture.runAsync(cassandra.process()::stop)).join();
  }

  @Override
  public void close() {
    stopBoth();
    folder.close();
  }
}
