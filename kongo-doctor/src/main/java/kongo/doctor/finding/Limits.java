package kongo.doctor.finding;

import java.time.Duration;

/**
 * How far an examination goes.
 *
 * @param items of each finding that are named
 * @param remembered ids, series and the like of each sort
 * @param recent readings of each series that a later one is compared with
 * @param unchanged readings of one value until a sensor is said to be stuck
 * @param inStep readings of a sensor before its clock is said to be behind
 * @param faulty readings of a series in a row that a sensor cannot mean, until it is said to be faulty
 * @param ahead how far a time may be after its record's timestamp
 * @param behind how far all times of a sensor may be before their records' timestamps
 */
public record Limits(
    int items, int remembered, int recent, int unchanged, int inStep, int faulty, Duration ahead, Duration behind) {

  public static final Limits DEFAULT =
      new Limits(5, 1_000_000, 8, 1_000, 10, 3, Duration.ofSeconds(5), Duration.ofMinutes(50));

  /** @throws IllegalArgumentException if one allows nothing */
  public Limits {
    atLeastOne("items", items);
    atLeastOne("remembered", remembered);
    atLeastOne("recent", recent);
    atLeastOne("unchanged", unchanged - 1);
    atLeastOne("inStep", inStep - 1);
    atLeastOne("faulty", faulty);
    atLeastOne("ahead", ahead.toMillis());
    atLeastOne("behind", behind.toMillis());
  }

  /** The same, but for so many ids, series and the like of each sort. */
  public Limits remembering(int most) {
    return new Limits(items, most, recent, unchanged, inStep, faulty, ahead, behind);
  }

  private static void atLeastOne(String name, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is too small");
    }
  }
}
