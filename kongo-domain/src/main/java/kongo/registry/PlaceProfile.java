package kongo.registry;

import java.util.List;
import java.util.Optional;

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

  @Override
  public int size() {
    return LEAST_SIZE + name.length() + Registration.sizeOf(categories);
  }

  @Override
  public Optional<PlaceType> typeOfId() {
    return Optional.of(type);
  }

  public boolean hasMaxWeight() {
    return maxWeightGrams != UNLIMITED;
  }
}
