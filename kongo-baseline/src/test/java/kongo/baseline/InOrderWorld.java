package kongo.baseline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.Feed;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RfidDecoder;
import kongo.protocol.SensorDecoder;
import kongo.reference.Acceptance;
import kongo.reference.Reference;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.simulator.Bounds;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.world.Journeys;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of a dense world in the order in which they happen, and the excursions that baselines have to find in them. */
final class InOrderWorld {

  private final List<SimulatedRecord> records = new ArrayList<>();
  private final Map<String, Long> newest = new HashMap<>();
  private final Acceptance acceptance = new Acceptance(Acceptance.DEFAULT_RETENTION);
  private final RegistryDecoder registry = new RegistryDecoder();
  private final RfidDecoder rfid = new RfidDecoder(EventTime.DEFAULT);
  private final SensorDecoder sensors = new SensorDecoder(EventTime.DEFAULT);
  private final RuleBook book = RuleBooks.original();
  private final Set<String> metrics = book.rules().stream().filter(rule -> rule.condition().kind() == Kind.ENVIRONMENT).map(Rule::metric).collect(Collectors.toSet());

  InOrderWorld(long seed, long events) {
    SteadySettings dense = SteadySettings.DENSE;
    SteadySettings settings = new SteadySettings(
        seed, dense.start(), dense.goods(), dense.warehouses(), dense.trucks(), dense.maxWeightKg(), dense.useBy(), dense.missedReads(),
        dense.repeatedReads(), dense.period(), dense.stay(), dense.betweenFailures(), dense.failure(), dense.overloads(), dense.incompatible(), Journeys.NONE);
    new Simulation(new SteadyWorld(settings), Bounds.ofEvents(events), Disorder.NONE, seed).forEachRemaining(this::add);
  }

  private void add(SimulatedRecord each) {
    long offset = records.size();
    records.add(each);
    switch (each.feed()) {
      case REGISTRY -> {
        var said = usable(registry, each);
        acceptance.registration(0, offset, each.time(), said.id(), said.registration(), said.from());
      }
      case RFID -> {
        var said = usable(rfid, each);
        acceptance.move(0, offset, said.goods(), said.move());
      }
      case SENSORS -> {
        var said = usable(sensors, each);
        acceptance.reading(0, offset, said.location(), said.reading());
        if (metrics.contains(said.reading().metric())) {
          newest.merge(said.location(), said.reading().time(), Math::max);
        }
      }
    }
  }

  private static <T> T usable(RecordDecoder<T> decoder, SimulatedRecord each) {
    long now = each.time() + Duration.ofHours(1).toMillis();
    return ((Decoded.Usable<T>) decoder.decode(each.key().getBytes(StandardCharsets.UTF_8), each.value(), now)).value();
  }

  List<SimulatedRecord> records() {
    return List.copyOf(records);
  }

  /** As a consumer gets them from one topic. */
  List<ConsumerRecord<byte[], byte[]>> of(Feed feed) {
    return records.stream()
        .filter(each -> each.feed() == feed)
        .map(each -> new ConsumerRecord<>(feed.name(), 0, 0, each.key().getBytes(StandardCharsets.UTF_8), each.value()))
        .toList();
  }

  /** Readings and moves. */
  long events() {
    return records.stream().filter(each -> each.feed() != Feed.REGISTRY).count();
  }

  /** Ids of the environment excursions, but for stays that begin after their Location's last reading: a baseline learns of time by readings only. */
  Set<String> excursions() {
    return Reference.violations(book, acceptance.accepted()).values().stream()
        .filter(each -> each.kind() == Kind.ENVIRONMENT && each.stay() < newest.getOrDefault(each.location(), 0L))
        .map(Violation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
