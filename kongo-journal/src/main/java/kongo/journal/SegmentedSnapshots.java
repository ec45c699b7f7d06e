package kongo.journal;

import com.typesafe.config.Config;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.journal.SnapshotRows.Saved;
import org.apache.pekko.persistence.SelectedSnapshot;
import org.apache.pekko.persistence.SnapshotMetadata;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.cassandra.snapshot.CassandraSnapshotStore;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.concurrent.ExecutionContextExecutor;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;

/**
 * The plugin's snapshot store for snapshots of any size: Cassandra refuses a row above 16 MiB, and a large one hurts it
 * long before.
 */
class SegmentedSnapshots extends CassandraSnapshotStore {

  private static final Logger LOG = LoggerFactory.getLogger(SegmentedSnapshots.class);

  /** One that cannot be read is passed over for the one before. */
  private static final int ATTEMPTS = 3;

  private final SnapshotRows rows;
  private final Serialization serialization;
  private final ExecutionContextExecutor executor;

  /**
   * @param config of the snapshot store
   * @param path of that configuration
   */
  SegmentedSnapshots(Config config, String path) {
    super(config, path);
    String table = config.getString("keyspace") + "." + config.getString("table");
    int segment = Math.toIntExact(config.getBytes("segment"));
    JournalConfig journal = JournalConfig.of(context().system(), path);
    this.rows = new SnapshotRows(context(), journal, table, config.getString("write-profile"), segment);
    this.serialization = SerializationExtension.get(context().system());
    this.executor = context().dispatcher();
  }

  @Override
  public Future<BoxedUnit> saveAsync(SnapshotMetadata metadata, Object snapshot) {
    CompletionStage<Void> saved =
        CompletableFuture.supplyAsync(() -> serialized(metadata, snapshot), executor).thenCompose(rows::write);
    return unit(saved);
  }

  private Saved serialized(SnapshotMetadata metadata, Object snapshot) {
    Serializer serializer = serialization.findSerializerFor(snapshot);
    return new Saved(
        metadata, serializer.identifier(), Serializers.manifestFor(serializer, snapshot),
        serialization.serialize(snapshot).get());
  }

  @Override
  public Future<Option<SelectedSnapshot>> loadAsync(String id, SnapshotSelectionCriteria criteria) {
    return FutureConverters.asScala(
        newest(id, criteria, ATTEMPTS).thenApply(found -> Option.apply(found.orElse(null))));
  }

  private CompletionStage<Optional<SelectedSnapshot>> newest(
      String id, SnapshotSelectionCriteria criteria, int attempts) {
    return rows.newest(id, criteria.minSequenceNr(), criteria.maxSequenceNr())
        .thenComposeAsync(
            saved -> saved.isPresent() ? read(saved.get(), criteria, attempts) : nothing(),
            executor);
  }

  private CompletionStage<Optional<SelectedSnapshot>> read(
      Saved saved, SnapshotSelectionCriteria criteria, int attempts) {
    if (!isWithin(criteria, saved.metadata())) {
      return newest(saved.metadata().persistenceId(), before(saved, criteria), attempts);
    }
    return rows.whole(saved)
        .thenApplyAsync(this::deserialized, executor)
        .thenApply(Optional::of)
        .exceptionallyCompose(problem -> older(saved, criteria, attempts - 1, problem));
  }

  /** Fails if there is one but none can be read. */
  private CompletionStage<Optional<SelectedSnapshot>> older(
      Saved unreadable, SnapshotSelectionCriteria criteria, int attempts, Throwable problem) {
    SnapshotMetadata which = unreadable.metadata();
    LOG.warn("Snapshot {} of {} cannot be read: {}", which.sequenceNr(), which.persistenceId(), problem.toString());
    CompletionStage<Optional<SelectedSnapshot>> failed = CompletableFuture.failedStage(problem);
    return attempts == 0
        ? failed
        : newest(which.persistenceId(), before(unreadable, criteria), attempts)
            .thenCompose(found -> found.isPresent() ? CompletableFuture.completedStage(found) : failed);
  }

  private static SnapshotSelectionCriteria before(Saved saved, SnapshotSelectionCriteria criteria) {
    return SnapshotSelectionCriteria.create(
        saved.metadata().sequenceNr() - 1, criteria.maxTimestamp(), criteria.minSequenceNr(), criteria.minTimestamp());
  }

  private static boolean isWithin(SnapshotSelectionCriteria criteria, SnapshotMetadata metadata) {
    return metadata.timestamp() >= criteria.minTimestamp() && metadata.timestamp() <= criteria.maxTimestamp();
  }

  private static CompletionStage<Optional<SelectedSnapshot>> nothing() {
    return CompletableFuture.completedStage(Optional.empty());
  }

  private SelectedSnapshot deserialized(Saved saved) {
    Object snapshot = serialization.deserialize(saved.bytes(), saved.serializer(), saved.manifest()).get();
    return new SelectedSnapshot(saved.metadata(), snapshot);
  }

  @Override
  public Future<BoxedUnit> deleteAsync(SnapshotMetadata metadata) {
    return super.deleteAsync(metadata)
        .flatMap(
            done -> unit(rows.deleteSegments(metadata.persistenceId(), metadata.sequenceNr(), metadata.sequenceNr())),
            executor);
  }

  @Override
  public Future<BoxedUnit> deleteAsync(String id, SnapshotSelectionCriteria criteria) {
    return super.deleteAsync(id, criteria)
        .flatMap(done -> unit(rows.deleteSegments(id, criteria.minSequenceNr(), criteria.maxSequenceNr())), executor);
  }

  private static Future<BoxedUnit> unit(CompletionStage<Void> stage) {
    return FutureConverters.asScala(stage.thenApply(done -> BoxedUnit.UNIT));
  }
}
