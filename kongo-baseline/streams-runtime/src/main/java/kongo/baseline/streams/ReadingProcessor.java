package kongo.baseline.streams;

import java.util.function.Consumer;
import kongo.baseline.watch.Alarm;
import kongo.baseline.watch.AlarmJson;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.LocationWatch;
import kongo.baseline.watch.SensorJson;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Judges readings: one value in the store for each Location. */
final class ReadingProcessor extends ContextualProcessor<String, byte[], String, byte[]> {

  static final String LOCATIONS = "locations";

  private final Limits limits;
  private final Finish finish;
  private final SensorJson reading = new SensorJson();
  private KeyValueStore<String, LocationWatch> locations;

  ReadingProcessor(Limits limits, Finish finish) {
    this.limits = limits;
    this.finish = finish;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    super.init(context);
    locations = context.getStateStore(LOCATIONS);
  }

  @Override
  public void process(Record<String, byte[]> each) {
    finish.tally().start();
    boolean usable = reading.read(each.value());
    int metric = usable ? limits.metric(reading.metric()) : -1;
    if (metric >= 0) {
      judge(each, metric);
    }
    finish.tally().event(usable);
    finish.processed(context());
  }

  private void judge(Record<String, byte[]> each, int metric) {
    LocationWatch known = locations.get(each.key());
    LocationWatch watch = known == null ? new LocationWatch() : known;
    Consumer<Alarm> alarms = alarm -> publish(each, alarm);
    watch.measured(metric, reading.sensor(), reading.time(), reading.value(), limits, alarms);
    locations.put(each.key(), watch);
  }

  private void publish(Record<String, byte[]> cause, Alarm alarm) {
    finish.tally().alarm(alarm);
    String location = cause.key();
    context().forward(new Record<>(AlarmJson.id(location, alarm, limits), AlarmJson.encode(location, alarm, limits), cause.timestamp()));
  }
}
