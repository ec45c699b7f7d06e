package kongo.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kongo.goods.Move;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RfidDecoder;
import kongo.protocol.RfidRecord;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.Subject;
import kongo.simulator.SimulatedRecord;

/** Counts nominal checks in records that come in the order of their times: one for each reading and Goods there whose rules name the metric. */
final class CheckCounter {

  /** What is asked of a kind of Goods in a kind of place. */
  private record Kind(List<String> categories, PlaceType place) {}

  /** Simulated worlds may be of any time. */
  private static final EventTime ANY_TIME = new EventTime(0, Long.MAX_VALUE);

  private final RuleBook book;
  private final RegistryDecoder registry = new RegistryDecoder();
  private final RfidDecoder rfid = new RfidDecoder(ANY_TIME);
  private final SensorDecoder sensors = new SensorDecoder(ANY_TIME);
  private final Map<String, PlaceType> places = new HashMap<>();
  private final Map<String, List<String>> categories = new HashMap<>();
  private final Map<String, String> whereabouts = new HashMap<>();
  private final Map<Kind, Set<String>> metrics = new HashMap<>();
  private final Map<String, Map<String, Integer>> checked = new HashMap<>();
  private long checks;

  CheckCounter(RuleBook book) {
    this.book = book;
  }

  long checks() {
    return checks;
  }

  void take(SimulatedRecord record) {
    byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
    switch (record.feed()) {
      case REGISTRY -> ifUsable(registry.decode(key, record.value(), record.time()), this::registered);
      case RFID -> ifUsable(rfid.decode(key, record.value(), record.time()), this::moved);
      case SENSORS -> ifUsable(sensors.decode(key, record.value(), record.time()), this::measured);
    }
  }

  private static <T> void ifUsable(Decoded<T> decoded, Consumer<T> action) {
    if (decoded instanceof Decoded.Usable<T> usable) {
      action.accept(usable.value());
    }
  }

  private void registered(RegistryRecord record) {
    if (record.registration() instanceof PlaceProfile place) {
      places.put(record.id(), place.type());
    } else if (record.registration() instanceof GoodsProfile goods) {
      categories.put(record.id(), goods.categories());
    }
  }

  private void moved(RfidRecord record) {
    String to = record.move().destination();
    String from = to.equals(Move.OUTSIDE) ? whereabouts.remove(record.goods()) : whereabouts.put(record.goods(), to);
    if (from != null) {
      change(record.goods(), from, -1);
    }
    if (!to.equals(Move.OUTSIDE)) {
      change(record.goods(), to, 1);
    }
  }

  private void change(String goods, String place, int difference) {
    Kind kind = new Kind(categories.getOrDefault(goods, List.of()), places.get(place));
    Map<String, Integer> here = checked.computeIfAbsent(place, added -> new HashMap<>());
    metrics.computeIfAbsent(kind, this::metricsOf).forEach(metric -> here.merge(metric, difference, Integer::sum));
  }

  private Set<String> metricsOf(Kind kind) {
    return book.rules().stream().filter(rule -> concerns(rule, kind)).map(Rule::metric).collect(Collectors.toSet());
  }

  private static boolean concerns(Rule rule, Kind kind) {
    boolean holdsThere = rule.at().isEmpty() || rule.at().get() == kind.place();
    return rule.subject() == Subject.GOODS && holdsThere && rule.categories().stream().anyMatch(kind.categories()::contains);
  }

  private void measured(SensorRecord record) {
    checks += checked.getOrDefault(record.location(), Map.of()).getOrDefault(record.reading().metric(), 0);
  }
}
