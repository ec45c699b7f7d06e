package kongo.host.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kongo.location.LocationSettings;

/**
 * What an operator sets for a node, read once and validated.
 *
 * @param rules file of the rule book; empty: the shipped one
 * @param maxAhead how far ahead of its record's timestamp an event's time may be
 * @param pauseLimit the longest pause after which a node may still write
 */
public record NodeSettings(
    ClusterSettings cluster,
    HttpSettings http,
    KafkaSettings kafka,
    CassandraSettings cassandra,
    Optional<Path> rules,
    int goodsInMemory,
    LocationSettings location,
    int readingsInMemoryPerNode,
    Duration locationIdle,
    Duration harmlessReadingsWait,
    Duration maxAhead,
    Duration pauseLimit) {

  /** The books are closed in eighths of it, so not less. */
  public static final Duration SHORTEST_RETENTION = Duration.ofMinutes(1);
  public static final Duration LONGEST_RETENTION = Duration.ofDays(36_500);

  /** The others take over 9.5 s after the last sign of life. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  static NodeSettings read(SettingReader reader) {
    PartSettings.check(reader);
    return new NodeSettings(
        ClusterSettings.read(reader),
        HttpSettings.read(reader),
        KafkaSettings.read(reader),
        CassandraSettings.read(reader),
        reader.file("rules.file"),
        reader.integer("goods.in-memory", 1, 100_000_000),
        new LocationSettings(
                reader.duration("law.retention", SHORTEST_RETENTION, LONGEST_RETENTION).toMillis(),
                reader.integer("location.readings-in-memory", 1, 100_000_000))
            .withSeries(reader.integer("location.series", 1, 1_000_000)),
        reader.integer("location.readings-in-memory-per-node", 1, 1_000_000_000),
        reader.duration("location.idle", Duration.ofSeconds(1), Duration.ofDays(365)),
        reader.duration("location.harmless-readings-wait", Duration.ZERO, Duration.ofMinutes(1)),
        reader.duration("law.max-ahead", Duration.ZERO, Duration.ofDays(36_500)),
        reader.duration("pause-guard.limit", Duration.ofSeconds(1), LONGEST_PAUSE));
  }
}
