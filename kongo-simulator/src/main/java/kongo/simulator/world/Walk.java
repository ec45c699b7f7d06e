package kongo.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A metric's mean-reverting walk inside a range that no shipped rule minds. */
final class Walk {

  private static final double REVERSION = 0.05;
  private static final double NOISE = 0.04;
  private static final double MARGIN = 0.1;

  /** What no climate decides, as (name, least, greatest). */
  private record Quiet(String metric, double min, double max) {}

  private static final List<Quiet> OF_TRUCKS =
      List.of(
          new Quiet("humidity", 30, 58),
          new Quiet("illuminance", 0, 400),
          new Quiet("acceleration", 0, 4),
          new Quiet("vibrationDisplacement", 0, 9),
          new Quiet("vibrationVelocity", 0, 90));

  private static final List<Quiet> OF_WAREHOUSES =
      List.of(
          new Quiet("humidity", 30, 58),
          new Quiet("illuminance", 0, 400),
          new Quiet("ozone", 0, 120),
          new Quiet("particles", 0, 50),
          new Quiet("toxicGas", 0, 10),
          new Quiet("sulfurDioxide", 0, 0.5),
          new Quiet("nitrousOxides", 0, 0.5));

  /** Where nothing is controlled, it is still indoors. */
  private static final double ROOM_MIN = 5;

  static final double ROOM_MAX = 25;
  private static final double FREEZER_MIN = -30;

  final String metric;
  private final double min;
  private final double span;
  private double position = 0.5;

  private Walk(String metric, double min, double max) {
    this.metric = metric;
    this.min = min;
    this.span = max - min;
  }

  static List<Walk> of(boolean truck, Climate climate) {
    List<Walk> walks = new ArrayList<>();
    walks.add(temperature(climate));
    (truck ? OF_TRUCKS : OF_WAREHOUSES).forEach(quiet -> walks.add(new Walk(quiet.metric, quiet.min, quiet.max)));
    return List.copyOf(walks);
  }

  static Walk temperature(Climate climate) {
    return switch (climate) {
      case UNCONTROLLED -> new Walk(Measure.TEMPERATURE, ROOM_MIN, ROOM_MAX);
      case T1 -> new Walk(Measure.TEMPERATURE, FREEZER_MIN, climate.max);
      default -> new Walk(Measure.TEMPERATURE, climate.min, climate.max);
    };
  }

  double next(SplittableRandom random) {
    double moved = position + REVERSION * (0.5 - position) + NOISE * (2 * random.nextDouble() - 1);
    position = Math.max(MARGIN, Math.min(1 - MARGIN, moved));
    return Measure.cents(min + position * span);
  }
}
