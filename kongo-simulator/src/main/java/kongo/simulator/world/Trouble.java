package kongo.simulator.world;

import java.util.Map;
import java.util.SplittableRandom;

/** A failure of a place: which of its metrics leave their range, and how far. */
enum Trouble {
  COOLING(Map.of("temperature", new Range(10, 30))),
  WET(Map.of("humidity", new Range(65, 95))),
  BRIGHT(Map.of("illuminance", new Range(600, 5_000))),
  ROUGH_ROAD(
      Map.of(
          "acceleration", new Range(6, 20),
          "vibrationDisplacement", new Range(12, 40),
          "vibrationVelocity", new Range(120, 300)));

  /** Of the values of one metric; of temperatures, how far above the greatest allowed one. */
  private record Range(double min, double max) {

    double draw(SplittableRandom random) {
      return min + random.nextDouble() * (max - min);
    }
  }

  private static final Trouble[] ALL = values();

  private final Map<String, Range> ranges;

  Trouble(Map<String, Range> ranges) {
    this.ranges = ranges;
  }

  static Trouble any(SplittableRandom random, boolean onTheRoad) {
    return ALL[random.nextInt(onTheRoad ? ALL.length : ALL.length - 1)];
  }

  boolean concerns(String metric) {
    return ranges.containsKey(metric);
  }

  double draw(SplittableRandom random, String metric, Climate climate) {
    double drawn = ranges.get(metric).draw(random);
    return metric.equals(Measure.TEMPERATURE) ? warmest(climate) + drawn : drawn;
  }

  private static double warmest(Climate climate) {
    return climate == Climate.UNCONTROLLED ? Walk.ROOM_MAX : climate.max;
  }
}
