package kongo.simulator.world;

import java.time.Duration;
import java.time.Instant;

/**
 * What the classic world is made of.
 *
 * @param start event time of the first record
 * @param maxWeightKg upper end of what trucks may carry
 * @param useBy a PERISHABLE Goods' use-by time is uniform over this long from the start
 * @param missedReads share of the RFID events that no gate notices
 */
public record ClassicSettings(
    long seed,
    Instant start,
    int goods,
    int warehouses,
    int trucks,
    int maxWeightKg,
    Duration useBy,
    double missedReads) {

  public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  public static final ClassicSettings DEFAULT =
      new ClassicSettings(1, START, 1_000, 100, 200, 149_999, Duration.ofHours(100_000), 0);

  public ClassicSettings {
    Checks.atLeast("goods", goods, 0);
    Checks.atLeast("warehouses", warehouses, 1);
    Checks.atLeast("trucks", trucks, 0);
    Checks.atLeast("max-weight", maxWeightKg, 1);
    Checks.positive("use-by", useBy);
    Checks.share("missed-reads", missedReads);
  }
}
