package kongo.host.settings;

import java.time.Duration;

/** Validates what the entities and the streams of a node then read by themselves. */
final class PartSettings {

  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration YEAR = Duration.ofDays(365);
  /** A longer one is never used, and what is kept of it shows that it is longer. */
  private static final int USABLE_VALUE = 65_536;
  private static final int MILLION = 1_000_000;
  private static final int GIBIBYTE = 1 << 30;

  private PartSettings() {}

  static void check(SettingReader reader) {
    entities(reader);
    streams(reader);
  }

  private static void entities(SettingReader reader) {
    reader.integer("actors.snapshot-every-events", 1, MILLION);
    reader.bytes("actors.snapshot-every-bytes", 1, GIBIBYTE);
    reader.duration("actors.goods-idle", Duration.ofSeconds(1), YEAR);
    reader.integer("actors.waiting-commands", 1, MILLION);
    reader.duration("actors.working-after", MOMENT, HOUR);
    reader.bytes("actors.longest-answer", 1, GIBIBYTE);
  }

  private static void streams(SettingReader reader) {
    reader.integer("ingest.batch-records", 1, 100_000);
    reader.integer("ingest.harmless-readings.rows-per-second", 1, MILLION);
    reader.duration("ingest.harmless-readings.longest-wait", Duration.ZERO, HOUR);
    reader.integer("ingest.harmless-readings.per-location", 1, MILLION);
    reader.integer("ingest.harmless-readings.in-hand", 1, 100 * MILLION);
    reader.duration("ingest.moves-first.live", Duration.ZERO, YEAR);
    reader.duration("ingest.moves-first.slack", Duration.ZERO, YEAR);
    reader.integer("ingest.asks-at-once", 1, 10_000);
    reader.integer("ingest.books-at-once", 1, 10_000);
    reader.duration("ingest.ask-timeout", MOMENT, HOUR);
    reader.integer("ingest.alike-failures", 1, MILLION);
    reader.integer("ingest.asks.things", 1, MILLION);
    reader.bytes("ingest.asks.size", 1, GIBIBYTE);
    reader.integer("ingest.asks.in-hand", 1, MILLION);
    reader.integer("ingest.uncommitted.records", 1, 100 * MILLION);
    reader.bytes("ingest.uncommitted.size", 1, GIBIBYTE);
    reader.bytes("ingest.dead-letters.whole", USABLE_VALUE + 1, GIBIBYTE);
    reader.bytes("ingest.dead-letters.headers", 0, GIBIBYTE);
    reader.bytes("ingest.dead-letters.large", 0, GIBIBYTE);
  }
}
