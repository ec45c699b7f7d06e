package kongo.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.Reason;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RfidDecoder;
import kongo.protocol.RfidRecord;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import kongo.reference.Acceptance;
import kongo.reference.Reference;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Kind;
import kongo.violation.Violation;

/** What the reference says about simulated records, all in one partition. */
public final class Judged {

  private final RegistryDecoder registry = new RegistryDecoder();
  private final SensorDecoder sensors = new SensorDecoder(EventTime.DEFAULT);
  private final RfidDecoder rfid = new RfidDecoder(EventTime.DEFAULT);
  private final Acceptance acceptance = new Acceptance(Acceptance.DEFAULT_RETENTION);

  public final List<SensorRecord> readings = new ArrayList<>();
  public final List<RfidRecord> moves = new ArrayList<>();
  public final List<RegistryRecord> registrations = new ArrayList<>();
  public final Map<Reason, Integer> refusals = new EnumMap<>(Reason.class);

  private long offset;

  public static Judged of(Iterator<SimulatedRecord> records) {
    Judged judged = new Judged();
    records.forEachRemaining(judged::add);
    return judged;
  }

  private void add(SimulatedRecord simulated) {
    offset++;
    switch (simulated.feed()) {
      case REGISTRY -> add(simulated, registry, registrations);
      case SENSORS -> add(simulated, sensors, readings);
      case RFID -> add(simulated, rfid, moves);
    }
  }

  private <T> void add(SimulatedRecord simulated, RecordDecoder<T> decoder, List<T> usable) {
    byte[] key = simulated.key() == null ? null : simulated.key().getBytes(StandardCharsets.UTF_8);
    Decoded<T> decoded = decoder.decode(key, simulated.value(), simulated.time());
    if (decoded instanceof Decoded.Usable<T> record) {
      usable.add(record.value());
      accept(record.value(), simulated.time());
    } else if (decoded instanceof Decoded.Refused<T> refused) {
      refusals.merge(refused.reason(), 1, Integer::sum);
    }
  }

  private void accept(Object usable, long time) {
    if (usable instanceof SensorRecord sensor) {
      acceptance.reading(0, offset, sensor.reading().time(), sensor.location(), sensor.reading(), sensor.correction(), sensor.byGoods());
    } else if (usable instanceof RfidRecord move) {
      acceptance.move(0, offset, move.goods(), move.move(), move.correction());
    } else if (usable instanceof RegistryRecord registration) {
      acceptance.registration(0, offset, time, registration.id(), registration.registration(), registration.from());
    }
  }

  /** By the original book. */
  public List<Violation> violations() {
    return violations(RuleHistory.of(RuleBooks.original()));
  }

  public List<Violation> violations(RuleHistory books) {
    return List.copyOf(Reference.violations(books, acceptance.accepted()).values());
  }

  public Map<Kind, Integer> violationsByKind() {
    return byKind(violations());
  }

  public static Map<Kind, Integer> byKind(List<Violation> violations) {
    Map<Kind, Integer> counts = new HashMap<>();
    violations.forEach(violation -> counts.merge(violation.kind(), 1, Integer::sum));
    return counts;
  }
}
