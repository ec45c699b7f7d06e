package kongo.drill;

/**
 * How long lives are in the drill {@code long-life}.
 *
 * @param goods returnable ones that come back again and again
 * @param moves of each of them
 * @param known Goods that pass through one truck
 * @param useBy Goods at one place with one use-by time
 * @param rounds that the lives are told in; from one to the next it is seen what age costs
 */
public record LongLifeSizes(int goods, int moves, int known, int useBy, int rounds) {

  public static final LongLifeSizes DEFAULT = new LongLifeSizes(10, 20_000, 200_000, 50_000, 10);

  public LongLifeSizes {
    if (goods < 1 || moves < 1 || known < 1 || useBy < 1) {
      throw new IllegalArgumentException("--goods, --moves, --known and --use-by must be at least 1");
    }
    if (rounds < 2 || rounds > moves) {
      throw new IllegalArgumentException("--rounds must be at least 2 and at most --moves");
    }
  }

  /** How many hours have passed at the end of a round, from 1; none at that of round 0. */
  int hoursUntil(int round) {
    return (int) ((long) round * moves / rounds);
  }
}
