package kongo.baseline.watch;

/**
 * A limit of a Goods is broken from now on, or is no longer.
 *
 * @param rule number of the rule's bit in {@link Limits}
 * @param stay when the Goods came
 * @param to {@link Visit#OPEN} while it lasts
 * @param count of breaking values so far
 * @param worst the value farthest outside
 */
public record Alarm(String goods, int rule, String sensor, long stay, long from, long to, long count, double worst) {

  public boolean hasEnded() {
    return to != Visit.OPEN;
  }
}
