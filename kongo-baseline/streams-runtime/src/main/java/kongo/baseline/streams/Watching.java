package kongo.baseline.streams;

import java.util.Map;
import kongo.baseline.watch.Job;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.LocationBytes;
import kongo.baseline.watch.LocationWatch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The topology: moves become changes of Locations, repartitioned to where the readings of the Location are; both go to one store. */
final class Watching {

  /** Names the repartitioned topic. */
  static final String CHANGES = "changes";

  private static final Serde<String> TEXT = Serdes.String();
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final Serde<LocationWatch> LOCATION = Serdes.serdeFrom(
      (topic, watch) -> watch == null ? null : LocationBytes.encode(watch),
      (topic, bytes) -> bytes == null ? null : LocationBytes.decode(bytes));

  private final Job job;
  private final Limits limits;
  private final Finish finish;
  private final StreamsBuilder builder = new StreamsBuilder();

  private Watching(Job job, Finish finish) {
    this.job = job;
    this.limits = job.limits();
    this.finish = finish;
  }

  /** @param partitions of the sensors topic */
  static Topology topology(Job job, int partitions, Finish finish) {
    Watching watching = new Watching(job, finish);
    watching.build(partitions);
    return watching.builder.build();
  }

  private void build(int partitions) {
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(MoveProcessor.REGISTRY), TEXT, BYTES).withLoggingDisabled(),
        job.registry(), Consumed.with(TEXT, BYTES), RegistryProcessor::new);
    builder.addStateStore(stored(MoveProcessor.WHEREABOUTS, TEXT));
    builder.addStateStore(stored(ReadingProcessor.LOCATIONS, LOCATION));
    KStream<String, byte[]> changes = builder.stream(job.rfid(), Consumed.with(TEXT, BYTES))
        .process(() -> new MoveProcessor(limits, finish), MoveProcessor.WHEREABOUTS)
        .repartition(Repartitioned.with(TEXT, BYTES).withName(CHANGES).withNumberOfPartitions(partitions));
    changes.process(ChangeProcessor::new, ReadingProcessor.LOCATIONS);
    builder.stream(job.sensors(), Consumed.with(TEXT, BYTES))
        .process(() -> new ReadingProcessor(limits, finish), ReadingProcessor.LOCATIONS)
        .to(job.alarms(), Produced.with(TEXT, BYTES));
  }

  private static <V> StoreBuilder<?> stored(String name, Serde<V> value) {
    return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), TEXT, value).withCachingEnabled().withLoggingEnabled(Map.of());
  }
}
