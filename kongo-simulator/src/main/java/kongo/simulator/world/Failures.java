package kongo.simulator.world;

import java.util.SplittableRandom;

/** What goes wrong at a place now and then, and what its sensors make of it. */
final class Failures {

  /** Sensors are away for longer than doors are open. */
  private static final int SILENCE_FACTOR = 3;

  private final SplittableRandom random;
  private final SteadySettings settings;
  private final Climate climate;
  private final boolean onTheRoad;

  private long failsAt;
  private long failsUntil = Long.MIN_VALUE;
  private Trouble trouble = Trouble.COOLING;
  private Defect defect = Defect.NONE;
  private double code;

  /** @param onTheRoad whether it is a truck */
  Failures(SplittableRandom random, SteadySettings settings, Climate climate, boolean onTheRoad, long now) {
    this.random = random;
    this.settings = settings;
    this.climate = climate;
    this.onTheRoad = onTheRoad;
    this.failsAt = now + Draw.exponential(random, settings.betweenFailures());
  }

  void comeTo(long now) {
    if (now >= failsAt) {
      trouble = Trouble.any(random, onTheRoad);
      long length = Draw.exponential(random, settings.failure());
      long pause = Draw.exponential(random, settings.betweenFailures());
      defect = Defect.any(random, settings.devices());
      code = defect == Defect.FAULTY ? Defect.code(random) : 0;
      failsUntil = now + (defect.isSilent() ? SILENCE_FACTOR * length : length);
      failsAt = failsUntil + pause;
    }
  }

  boolean silence(String metric, long now) {
    return now < failsUntil && defect.silences(metric);
  }

  boolean garble(String metric, long now) {
    return now < failsUntil && defect.garbles(metric);
  }

  /** What a sensor says that is broken. */
  double code() {
    return code;
  }

  /** @param value if all was well */
  double value(String metric, double value, long now) {
    boolean isTroubled = now < failsUntil && defect == Defect.NONE && trouble.concerns(metric);
    return isTroubled ? Measure.cents(trouble.draw(random, metric, climate)) : value;
  }
}
