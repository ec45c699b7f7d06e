package kongo.excursion;

/**
 * A maximal run of breaking values during one stay.
 *
 * @param from time of the first value as the stay sees it
 * @param to {@link Values#NONE} while it is open
 * @param count values in it
 * @param worst the value farthest outside the band, the earliest of equals
 */
public record Run(long from, long to, long count, double worst) {

  public boolean isOpen() {
    return to == Values.NONE;
  }
}
