package kongo.baseline.streams;

import kongo.baseline.watch.LocationWatch;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Tells a Location's watch who comes and leaves. */
final class ChangeProcessor extends ContextualProcessor<String, byte[], String, byte[]> {

  private final Finish finish;
  private KeyValueStore<String, LocationWatch> locations;

  ChangeProcessor(Finish finish) {
    this.finish = finish;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    super.init(context);
    locations = context.getStateStore(ReadingProcessor.LOCATIONS);
  }

  @Override
  public void process(Record<String, byte[]> each) {
    finish.tally().start();
    LocationWatch known = locations.get(each.key());
    LocationWatch watch = known == null ? new LocationWatch() : known;
    ChangeBytes change = ChangeBytes.decode(each.value());
    if (change.comes()) {
      watch.came(change.goods(), change.rules(), change.time());
    } else {
      watch.left(change.goods(), change.time());
    }
    locations.put(each.key(), watch);
    finish.processed(context());
  }
}
