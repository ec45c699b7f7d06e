package kongo.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.location.SeriesKey;
import kongo.registry.Registration;
import kongo.violation.Correction;
import kongo.violation.Refusal.Reason;

/**
 * Decides from the logs which usable records are accepted (sections 2, 3 and 9 of docs/semantics.md). The records of
 * each partition have to be given in the order of their offsets; how partitions interleave does not matter.
 */
public final class Acceptance {

  public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);
  public static final int DEFAULT_MAX_SERIES = 10_000;
  public static final int DEFAULT_PROFILE_BYTES = 262_144;

  private record Partition(InputTopic topic, int number) {}

  private record Log(Partition partition, String id) {}

  private final long retentionMillis;
  private final int maxSeries;
  private final int profileBytes;
  private final Map<Partition, Long> lastOffsets = new HashMap<>();
  private final Map<Log, Long> latestAccepted = new HashMap<>();
  private final Map<String, Map<SeriesKey, Series>> readings = new TreeMap<>();
  private final Map<String, Long> provenTimes = new TreeMap<>();
  private final Map<String, Moves> moves = new TreeMap<>();
  private final Map<String, Profiles> registry = new TreeMap<>();
  private final List<RefusedRecord> refused = new ArrayList<>();
  private long duplicates;

  public Acceptance(Duration retention) {
    this(retention, DEFAULT_MAX_SERIES);
  }

  /** @param maxSeries so many a Location may have that count */
  public Acceptance(Duration retention, int maxSeries) {
    this(retention, maxSeries, DEFAULT_PROFILE_BYTES);
  }

  /**
   * @param maxSeries so many a Location may have that count
   * @param profileBytes so much may be known of an id for all times together
   */
  public Acceptance(Duration retention, int maxSeries, int profileBytes) {
    this.retentionMillis = retention.toMillis();
    this.maxSeries = maxSeries;
    this.profileBytes = profileBytes;
  }

  /** A reading whose record was sent at its own time. */
  public void reading(int partition, long offset, String location, Reading reading) {
    reading(partition, offset, reading.time(), location, reading);
  }

  /** @param timestamp of the record, milliseconds */
  public void reading(int partition, long offset, long timestamp, String location, Reading reading) {
    reading(partition, offset, timestamp, location, reading, Correction.ORIGINAL);
  }

  public void reading(int partition, long offset, long timestamp, String location, Reading reading, Correction correction) {
    reading(partition, offset, timestamp, location, reading, correction, false);
  }

  /**
   * @param timestamp of the record, milliseconds
   * @param reading of a void one the value says nothing
   * @param ofGoods whether the record names the place as a Goods
   */
  public void reading(
      int partition, long offset, long timestamp, String location, Reading reading, Correction correction, boolean ofGoods) {
    Partition source = next(InputTopic.SENSORS, partition, offset);
    Log log = new Log(source, location);
    SeriesKey key = new SeriesKey(reading.metric(), reading.sensor());
    if (isTooLate(log, reading.time())) {
      refuse(source, offset, Reason.TOO_LATE);
    } else if (isOneTooMany(log, reading.time(), key)) {
      refuse(source, offset, Reason.TOO_MANY_SERIES);
    } else {
      Said said = seriesOf(location, key).take(reading.time(), reading.value(), correction, ofGoods);
      accept(log, offset, reading.time(), said);
      if (said == Said.SOMETHING_NEW) {
        provenTimes.merge(location, Math.min(reading.time(), timestamp), Math::max);
      }
    }
  }

  public void move(int partition, long offset, String goods, Move move) {
    move(partition, offset, goods, move, Correction.ORIGINAL);
  }

  public void move(int partition, long offset, String goods, Move move, Correction correction) {
    Partition source = next(InputTopic.RFID, partition, offset);
    Log log = new Log(source, goods);
    if (isTooLate(log, move.time())) {
      refuse(source, offset, Reason.TOO_LATE);
    } else {
      Said said = moves.computeIfAbsent(goods, id -> new Moves()).take(move, correction);
      accept(log, offset, move.time(), said);
    }
  }

  /** One that says for all time what the id is, whatever was said before. */
  public void registration(int partition, long offset, String id, Registration registration) {
    next(InputTopic.REGISTRY, partition, offset);
    registry.put(id, Profiles.always(registration));
  }

  /**
   * @param timestamp of the record, milliseconds
   * @param from the event time from which on it holds, if the record says so
   */
  public void registration(int partition, long offset, long timestamp, String id, Registration registration, OptionalLong from) {
    Partition source = next(InputTopic.REGISTRY, partition, offset);
    Profiles known = registry.getOrDefault(id, Profiles.NONE);
    if (known.isContradictedBy(registration)) {
      refuse(source, offset, Reason.TYPE_CONFLICT);
      return;
    }
    Profiles more = known.and(from, timestamp, registration);
    if (more.size() > profileBytes) {
      refuse(source, offset, Reason.TOO_MANY_PROFILES);
    } else {
      registry.put(id, more);
    }
  }

  /** What was accepted so far; it must not be used any more when further records are given. */
  public AcceptedEvents accepted() {
    return new AcceptedEvents(
        Collections.unmodifiableMap(readings),
        Collections.unmodifiableMap(provenTimes),
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

  /** Whether the reading would make one series more count than may. */
  private boolean isOneTooMany(Log log, long time, SeriesKey key) {
    Map<SeriesKey, Series> all = readings.getOrDefault(log.id(), Map.of());
    long newest = Math.max(time, latestAccepted.getOrDefault(log, time));
    if (all.size() < maxSeries || (all.containsKey(key) && counts(all.get(key), newest))) {
      return false;
    }
    return all.values().stream().filter(series -> counts(series, newest)).count() >= maxSeries;
  }

  /** A series is given up when nothing of it came for the retention. */
  private boolean counts(Series series, long newest) {
    return newest - series.newest() <= retentionMillis;
  }

  private void accept(Log log, long offset, long time, Said said) {
    if (said == Said.SOMETHING_ELSE) {
      refuse(log.partition(), offset, Reason.CONFLICT);
    } else {
      latestAccepted.merge(log, time, Math::max);
      duplicates += said == Said.THE_SAME ? 1 : 0;
    }
  }

  private void refuse(Partition source, long offset, Reason reason) {
    refused.add(new RefusedRecord(source.topic(), source.number(), offset, reason));
  }

  private Series seriesOf(String location, SeriesKey key) {
    return readings.computeIfAbsent(location, id -> new HashMap<>()).computeIfAbsent(key, k -> new Series());
  }
}
