package kongo.baseline.streams;

import kongo.baseline.watch.Job;
import kongo.baseline.watch.Limits;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** Moves, keyed by Goods, become changes of Locations, keyed by Location. */
final class MovesTopology {

  private MovesTopology() {}

  static Topology of(Job job, Limits limits, String changes, Finish finish) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(MoveProcessor.REGISTRY), Stored.TEXT, Stored.BYTES).withLoggingDisabled(),
        job.registry(), Consumed.with(Stored.TEXT, Stored.BYTES), RegistryProcessor::new);
    builder.addStateStore(Stored.durably(MoveProcessor.WHEREABOUTS, Stored.TEXT));
    builder.stream(job.rfid(), Consumed.with(Stored.TEXT, Stored.BYTES))
        .process(() -> new MoveProcessor(limits, finish), MoveProcessor.WHEREABOUTS)
        .to(changes, Produced.with(Stored.TEXT, Stored.BYTES));
    return builder.build();
  }
}
