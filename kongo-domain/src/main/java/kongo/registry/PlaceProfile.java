package kongo.registry;

import java.util.List;

/**
 * What is known of a warehouse or truck.
 *
 * @param name free text for people
 * @param x position, information only
 * @param y position, information only
 * @param categories information only, sorted, without repetition
 * @param maxWeightGrams the limit taken to the gram, {@link #UNLIMITED} when absent (always for a WAREHOUSE)
 */
public record PlaceProfile(
    PlaceType type, String name, double x, double y, List<String> categories, long maxWeightGrams)
    implements Registration {

  public static final long UNLIMITED = -1;

  public PlaceProfile {
    categories = categories.stream().sorted().distinct().toList();
  }

  public boolean hasMaxWeight() {
    return maxWeightGrams != UNLIMITED;
  }
}
