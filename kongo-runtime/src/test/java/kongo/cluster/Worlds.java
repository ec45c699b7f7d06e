package kongo.cluster;

import java.util.EnumSet;
import java.util.Set;
import kongo.reference.SmallWorld;
import kongo.reference.SmallWorlds;
import kongo.reference.SmallWorlds.Feature;

/** Small worlds of which each has its own choice of what worlds may have. */
final class Worlds {

  private Worlds() {}

  static SmallWorld of(long seed) {
    return SmallWorlds.generate(seed, features(seed));
  }

  /** The same where nobody sends books. */
  static SmallWorld ofOneBook(long seed) {
    Set<Feature> features = features(seed);
    features.remove(Feature.BOOKS);
    return SmallWorlds.generate(seed, features);
  }

  /** By the bits of the seed: a quarter of the worlds have nothing but what all have. */
  private static Set<Feature> features(long seed) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (Feature feature : Feature.values()) {
      if ((seed >> feature.ordinal() & 1) == 1) {
        features.add(feature);
      }
    }
    return features;
  }
}
