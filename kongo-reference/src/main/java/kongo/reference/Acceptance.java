package kongo.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.location.SeriesKey;
import kongo.registry.Registration;
import kongo.violation.Refusal.Reason;

/**
 * Decides from the logs which usable records are accepted (sections 2, 3 and 9 of docs/semantics.md). The records of
 * each partition have to be given in the order of their offsets; how partitions interleave does not matter.
 */
public final class Acceptance {

  public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);
  public static final int DEFAULT_MAX_SERIES = 10_000;

  private record Partition(InputTopic topic, int number) {}

  private record Log(Partition partition, String id) {}

  private final long retentionMillis;
  private final int maxSeries;
  private final Map<Partition, Long> lastOffsets = new HashMap<>();
  private final Map<Log, Long> latestAccepted = new HashMap<>();
  private final Map<String, Map<SeriesKey, Series>> readings = new TreeMap<>();
  private final Map<String, Set<Move>> moves = new TreeMap<>();
  private final Map<String, Registration> registry = new TreeMap<>();
  private final List<RefusedRecord> refused = new ArrayList<>();
  private long duplicates;

  public Acceptance(Duration retention) {
    this(retention, DEFAULT_MAX_SERIES);
  }

  /** @param maxSeries so many a Location may have */
  public Acceptance(Duration retention, int maxSeries) {
    this.retentionMillis = retention.toMillis();
    this.maxSeries = maxSeries;
  }

  public void reading(int partition, long offset, String location, Reading reading) {
    Partition source = next(InputTopic.SENSORS, partition, offset);
    Log log = new Log(source, location);
    Map<SeriesKey, Series> series = readings.getOrDefault(location, Map.of());
    SeriesKey key = new SeriesKey(reading.metric(), reading.sensor());
    if (isTooLate(log, reading.time())) {
      refuse(source, offset, Reason.TOO_LATE);
    } else if (!series.containsKey(key) && series.size() >= maxSeries) {
      refuse(source, offset, Reason.TOO_MANY_SERIES);
    } else {
      accept(log, reading.time(), seriesOf(location, key).add(reading.time(), reading.value()));
    }
  }

  public void move(int partition, long offset, String goods, Move move) {
    Partition source = next(InputTopic.RFID, partition, offset);
    Log log = new Log(source, goods);
    if (isTooLate(log, move.time())) {
      refuse(source, offset, Reason.TOO_LATE);
    } else {
      accept(log, move.time(), moves.computeIfAbsent(goods, id -> new TreeSet<>()).add(move));
    }
  }

  public void registration(int partition, long offset, String id, Registration registration) {
    next(InputTopic.REGISTRY, partition, offset);
    registry.put(id, registration);
  }

  /** What was accepted so far; it must not be used any more when further records are given. */
  public AcceptedEvents accepted() {
    return new AcceptedEvents(
        Collections.unmodifiableMap(readings),
        Collections.unmodifiableMap(moves),
        Collections.unmodifiableMap(registry));
  }

  /** In the order in which they were given. */
  public List<RefusedRecord> refused() {
    return List.copyOf(refused);
  }

  /** How many readings and moves repeated an accepted one. */
  public long duplicates() {
    return duplicates;
  }

  private Partition next(InputTopic topic, int number, long offset) {
    Partition partition = new Partition(topic, number);
    Long last = lastOffsets.put(partition, offset);
    if (last != null && last >= offset) {
      throw new IllegalArgumentException(
          "offset " + offset + " after " + last + " in partition " + number + " of " + topic);
    }
    return partition;
  }

  private boolean isTooLate(Log log, long time) {
    return latestAccepted.getOrDefault(log, time) - time > retentionMillis;
  }

  private void accept(Log log, long time, boolean isNew) {
    latestAccepted.merge(log, time, Math::max);
    duplicates += isNew ? 0 : 1;
  }

  private void refuse(Partition source, long offset, Reason reason) {
    refused.add(new RefusedRecord(source.topic(), source.number(), offset, reason));
  }

  private Series seriesOf(String location, SeriesKey key) {
    return readings.computeIfAbsent(location, id -> new HashMap<>()).computeIfAbsent(key, k -> new Series());
  }
}
