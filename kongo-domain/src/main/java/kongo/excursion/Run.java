package kongo.excursion;

/**
 * A maximal run of breaking values during one stay, several of them that count as one, or a time that is too long.
 *
 * @param from time of the first value as the stay sees it
 * @param to {@link Values#NONE} while it is open
 * @param count breaking values in it, 0 if it is not about values
 * @param worst the value farthest outside the band, the earliest of equals; of no meaning if it is not about values
 * @param newest time of its last value as it was read, which may be before the stay; of no meaning if it is not about values
 */
public record Run(long from, long to, long count, double worst, long newest) {

  /** A time that is too long. */
  public static Run ofTime(long from, long to) {
    return new Run(from, to, 0, 0, from);
  }

  public boolean isOpen() {
    return to == Values.NONE;
  }

  /** Both as one. */
  Run and(Run next, Band band) {
    double farthest = band.distance(next.worst) > band.distance(worst) ? next.worst : worst;
    return new Run(from, next.to, count + next.count, farthest, next.newest);
  }

  public boolean isOfValues() {
    return count > 0;
  }
}
