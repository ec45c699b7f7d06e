package kongo.baseline;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kongo.baseline.watch.Alarm;
import kongo.baseline.watch.Change;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.LocationWatch;
import kongo.baseline.watch.RegistryJson;
import kongo.baseline.watch.RfidJson;
import kongo.baseline.watch.SensorJson;
import kongo.goods.Move;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All that the plain loop knows, in hash maps: what Goods tolerate, where they are, and every Location's watch. */
final class PlainState {

  private final Limits limits;
  private final BiConsumer<String, Alarm> alarms;
  private final SensorJson reading = new SensorJson();
  private final Map<String, List<String>> categories = new HashMap<>();
  private final Map<String, String> whereabouts = new HashMap<>();
  private final Map<String, Watched> locations = new HashMap<>();

  /** A Location's watch and where its alarms go. */
  private record Watched(LocationWatch watch, Consumer<Alarm> alarms) {}

  PlainState(Limits limits, BiConsumer<String, Alarm> alarms) {
    this.limits = limits;
    this.alarms = alarms;
  }

  void registered(ConsumerRecord<byte[], byte[]> each) {
    categories.put(id(each), RegistryJson.categories(each.value()));
  }

  /** Whether the record could be used. */
  boolean moved(ConsumerRecord<byte[], byte[]> each) {
    String goods = id(each);
    var move = RfidJson.read(each.value());
    move.ifPresent(usable -> moved(goods, usable));
    return move.isPresent();
  }

  private void moved(String goods, Move move) {
    List<Change> changes = Change.of(move, whereabouts.getOrDefault(goods, Move.OUTSIDE));
    if (!changes.isEmpty()) {
      whereabouts.put(goods, move.destination());
    }
    for (Change change : changes) {
      LocationWatch watch = watched(change.location()).watch();
      if (change.comes()) {
        watch.came(goods, limits.protecting(categories.getOrDefault(goods, List.of()), change.place()), change.time());
      } else {
        watch.left(goods, change.time());
      }
    }
  }

  /** Whether the record could be used. */
  boolean measured(ConsumerRecord<byte[], byte[]> each) {
    boolean usable = reading.read(each.value());
    int metric = usable ? limits.metric(reading.metric()) : -1;
    if (metric >= 0) {
      Watched at = watched(id(each));
      at.watch().measured(metric, reading.sensor(), reading.time(), reading.value(), limits, at.alarms());
    }
    return usable;
  }

  private Watched watched(String location) {
    Watched known = locations.get(location);
    if (known == null) {
      known = new Watched(new LocationWatch(), alarm -> alarms.accept(location, alarm));
      locations.put(location, known);
    }
    return known;
  }

  private static String id(ConsumerRecord<byte[], byte[]> each) {
    return new String(each.key(), StandardCharsets.ISO_8859_1);
  }
}
