package kongo.host.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kongo.goods.GoodsSettings;
import kongo.location.LocationSettings;
import kongo.protocol.EventTime;

/**
 * What an operator sets for a node, read once and validated.
 *
 * @param rules file of the rule book; empty: the shipped one
 * @param eventTime when events may be
 * @param pauseLimit the longest pause after which a node may still write
 */
public record NodeSettings(
    ClusterSettings cluster,
    HttpSettings http,
    DoctorSettings doctor,
    KafkaSettings kafka,
    CassandraSettings cassandra,
    Optional<Path> rules,
    int goodsInMemory,
    int profileBytes,
    LocationSettings location,
    int readingsInMemoryPerNode,
    Duration locationIdle,
    Duration harmlessReadingsWait,
    EventTime eventTime,
    Duration pauseLimit) {

  /** The books are closed in eighths of it, so not less. */
  public static final Duration SHORTEST_RETENTION = Duration.ofMinutes(1);
  public static final Duration LONGEST_RETENTION = Duration.ofDays(36_500);

  /** For one profile of a few words. */
  private static final int LEAST_PROFILE_BYTES = 200;

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** The others take over 9.5 s after the last sign of life. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  static NodeSettings read(SettingReader reader) {
    PartSettings.check(reader);
    return new NodeSettings(
        ClusterSettings.read(reader),
        HttpSettings.read(reader),
        DoctorSettings.read(reader),
        KafkaSettings.read(reader),
        CassandraSettings.read(reader),
        reader.file("rules.file"),
        reader.integer("goods.in-memory", 1, 100_000_000),
        reader.integer("goods.profile-bytes", LEAST_PROFILE_BYTES, GoodsSettings.PROFILE_BYTES),
        new LocationSettings(
                reader.duration("law.retention", SHORTEST_RETENTION, LONGEST_RETENTION).toMillis(),
                reader.integer("location.readings-in-memory", 1, 100_000_000))
            .withSeries(reader.integer("location.series", 1, 1_000_000)),
        reader.integer("location.readings-in-memory-per-node", 1, 1_000_000_000),
        reader.duration("location.idle", Duration.ofSeconds(1), Duration.ofDays(365)),
        reader.duration("location.harmless-readings-wait", Duration.ZERO, Duration.ofMinutes(1)),
        new EventTime(reader.instant("law.earliest", Instant.EPOCH, LATEST), reader.duration("law.max-ahead", Duration.ZERO, Duration.ofDays(36_500))),
        reader.duration("pause-guard.limit", Duration.ofSeconds(1), LONGEST_PAUSE));
  }
}
