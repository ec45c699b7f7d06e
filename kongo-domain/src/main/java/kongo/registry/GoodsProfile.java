package kongo.registry;

import java.util.List;

/**
 * What is known of a Goods.
 *
 * @param weightGrams the weight taken to the gram
 * @param categories sorted, without repetition
 * @param useBy event time in milliseconds, {@link #NEVER} when absent
 */
public record GoodsProfile(long weightGrams, List<String> categories, long useBy)
    implements Registration {

  public static final long NEVER = Long.MAX_VALUE;

  /** A Goods without a profile. */
  public static final GoodsProfile NONE = new GoodsProfile(0, List.of(), NEVER);

  public GoodsProfile {
    // Interned, since many Goods have the same few.
    categories = categories.stream().sorted().distinct().map(String::intern).toList();
  }
}
