package kongo.registry;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a Goods.
 *
 * @param weightGrams the weight taken to the gram
 * @param categories sorted, without repetition
 * @param useBy event time in milliseconds, {@link #NEVER} when absent
 * @param route the warehouses where it may be, sorted, without repetition; {@link #ANYWHERE} when absent
 */
public record GoodsProfile(long weightGrams, List<String> categories, long useBy, List<String> route)
    implements Registration {

  public static final long NEVER = Long.MAX_VALUE;

  /** A route that allows every warehouse. */
  public static final List<String> ANYWHERE = List.of();

  /** A Goods without a profile. */
  public static final GoodsProfile NONE = new GoodsProfile(0, List.of(), NEVER);

  public GoodsProfile {
    // Interned, since many Goods have the same few.
    categories = categories.stream().sorted().distinct().map(String::intern).toList();
    route = route.stream().sorted().distinct().map(String::intern).toList();
  }

  @Override
  public int size() {
    return LEAST_SIZE + Registration.sizeOf(categories) + Registration.sizeOf(route);
  }

  @Override
  public Optional<PlaceType> typeOfId() {
    return Optional.of(PlaceType.GOODS);
  }

  /** Of one that may be anywhere. */
  public GoodsProfile(long weightGrams, List<String> categories, long useBy) {
    this(weightGrams, categories, useBy, ANYWHERE);
  }

  /** What of it matters to the Locations where it is. */
  public GoodsProfile withoutRoute() {
    return route.isEmpty() ? this : new GoodsProfile(weightGrams, categories, useBy);
  }
}
