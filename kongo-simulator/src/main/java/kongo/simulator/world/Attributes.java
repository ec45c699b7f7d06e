package kongo.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kongo.registry.GoodsProfile;

/**
 * What a simulated Goods is, drawn from the distributions of the original Kongo.
 *
 * @param climate what it needs, UNCONTROLLED for nothing
 */
record Attributes(
    long weightGrams,
    boolean perishable,
    boolean hazardous,
    boolean fragile,
    boolean edible,
    boolean medicinal,
    boolean dry,
    boolean bulky,
    Climate climate,
    long useBy) {

  private static final double MEAN_WEIGHT_KG = 100;
  private static final double MEAN_SIDE_CM = 1_000;
  private static final double BULKY_SIDE_CM = 100;
  private static final double BULKY_VOLUME_CM3 = 125_000;
  private static final long BULKY_GRAMS = 100_000;

  /**
   * @param climates the classes to draw from
   * @param useBy a PERISHABLE one's use-by time is uniform over this long after now
   */
  static Attributes draw(SplittableRandom random, List<Climate> climates, long now, Duration useBy) {
    long grams = Math.max(1, Math.round(1_000 * Draw.exponential(random, MEAN_WEIGHT_KG)));
    boolean perishable = Draw.chance(random, 0.2);
    boolean hazardous = Draw.chance(random, 0.1);
    boolean fragile = Draw.chance(random, 0.05);
    boolean edible = Draw.chance(random, 0.2);
    boolean medicinal = Draw.chance(random, 0.2);
    boolean dry = Draw.chance(random, 0.2);
    boolean bulky = isLarge(random) && grams >= BULKY_GRAMS;
    boolean sensitive = Draw.chance(random, 0.2) || medicinal || perishable;
    Climate climate = climates.get(random.nextInt(climates.size()));
    long lifetime = random.nextLong(useBy.toMillis());
    return new Attributes(
        grams,
        perishable,
        hazardous,
        fragile,
        edible,
        medicinal,
        dry,
        bulky,
        sensitive ? climate : Climate.UNCONTROLLED,
        perishable ? now + lifetime : GoodsProfile.NEVER);
  }

  private static boolean isLarge(SplittableRandom random) {
    double height = Draw.exponential(random, MEAN_SIDE_CM);
    double width = Draw.exponential(random, MEAN_SIDE_CM);
    double breadth = Draw.exponential(random, MEAN_SIDE_CM);
    return Math.max(height, Math.max(width, breadth)) > BULKY_SIDE_CM || height * width * breadth > BULKY_VOLUME_CM3;
  }

  /** Whether the shipped rules forbid the two in one truck. */
  boolean conflictsWith(Attributes other) {
    return refuses(other) || other.refuses(this);
  }

  private boolean refuses(Attributes other) {
    return (fragile && other.bulky)
        || (hazardous && other.hazardous)
        || ((edible || medicinal) && other.hazardous)
        || (medicinal && other.edible);
  }

  GoodsProfile profile() {
    return new GoodsProfile(weightGrams, categories(), useBy);
  }

  private List<String> categories() {
    List<String> categories = new ArrayList<>();
    addIf(categories, perishable, "PERISHABLE");
    addIf(categories, hazardous, "HAZARDOUS");
    addIf(categories, fragile, "FRAGILE");
    addIf(categories, edible, "EDIBLE");
    addIf(categories, medicinal, "MEDICINAL");
    addIf(categories, dry, "DRY");
    addIf(categories, bulky, "BULKY");
    addIf(categories, climate != Climate.UNCONTROLLED, climate.name());
    return categories;
  }

  private static void addIf(List<String> categories, boolean carried, String category) {
    if (carried) {
      categories.add(category);
    }
  }
}
