package kongo.baseline.streams;

import kongo.baseline.watch.Job;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.LocationBytes;
import kongo.baseline.watch.LocationWatch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Changes and readings of a Location meet in one value of a store, and alarms come of it. */
final class LocationsTopology {

  private static final Serde<LocationWatch> LOCATION = Serdes.serdeFrom(
      (topic, watch) -> watch == null ? null : LocationBytes.encode(watch),
      (topic, bytes) -> bytes == null ? null : LocationBytes.decode(bytes));

  private LocationsTopology() {}

  static Topology of(Job job, Limits limits, String changes, Finish finish) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(Stored.durably(ReadingProcessor.LOCATIONS, LOCATION));
    builder.stream(changes, Consumed.with(Stored.TEXT, Stored.BYTES))
        .process(() -> new ChangeProcessor(finish), ReadingProcessor.LOCATIONS);
    builder.stream(job.sensors(), Consumed.with(Stored.TEXT, Stored.BYTES))
        .process(() -> new ReadingProcessor(limits, finish), ReadingProcessor.LOCATIONS)
        .to(job.alarms(), Produced.with(Stored.TEXT, Stored.BYTES));
    return builder.build();
  }
}
