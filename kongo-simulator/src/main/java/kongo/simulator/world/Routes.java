package kongo.simulator.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** The warehouses of one climate, and how long it takes between them. */
final class Routes {

  private final List<Site> warehouses;
  private final double millisPerDistance;
  private final long least;

  /** @param meanTravel in milliseconds, over all pairs */
  Routes(List<Site> warehouses, long meanTravel) {
    this.warehouses = List.copyOf(warehouses);
    double mean = warehouses.stream().flatMapToDouble(this::distances).filter(d -> d > 0).average().orElse(1);
    this.millisPerDistance = meanTravel / mean;
    this.least = Math.max(1, meanTravel / 4);
  }

  private DoubleStream distances(Site from) {
    return warehouses.stream().mapToDouble(from::distanceTo);
  }

  Site any(SplittableRandom random) {
    return warehouses.get(random.nextInt(warehouses.size()));
  }

  /** One at least. */
  List<Site> some(SplittableRandom random) {
    Site one = any(random);
    return warehouses.stream().filter(warehouse -> warehouse == one || random.nextBoolean()).toList();
  }

  /** Another warehouse, where there is one. */
  Site next(SplittableRandom random, Site from) {
    int here = warehouses.indexOf(from);
    int others = warehouses.size() - 1;
    return others == 0 ? from : warehouses.get((here + 1 + random.nextInt(others)) % warehouses.size());
  }

  long travel(SplittableRandom random, Site from, Site to) {
    double traffic = 0.8 + 0.4 * random.nextDouble();
    return Math.max(least, Math.round(from.distanceTo(to) * millisPerDistance * traffic));
  }
}
