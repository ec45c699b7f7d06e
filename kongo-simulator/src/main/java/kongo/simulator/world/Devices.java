package kongo.simulator.world;

/**
 * What the sensors of the steady world are like, beyond the usual.
 *
 * @param loggers share of the Goods that need a climate in whose box a logger travels
 * @param silent share of the failures of a place during which a sensor says nothing, some of them all sensors of the place
 * @param faulty share of the failures of a place during which its thermometer says that it is broken, as such devices do
 * @param units share of the places whose sensors say their values in other units
 */
public record Devices(double loggers, double silent, double faulty, double units) {

  /** Nothing of this. */
  public static final Devices NONE = new Devices(0, 0, 0, 0);

  /** Some of each within an hour of the dense mix. */
  public static final Devices EVENTFUL = new Devices(0.2, 0.25, 0.15, 0.3);

  public Devices {
    Checks.share("loggers", loggers);
    Checks.share("silent", silent);
    Checks.share("faulty", faulty);
    Checks.share("units", units);
    if (silent + faulty > 1) {
      throw new IllegalArgumentException("--silent and --faulty must not be more than 1 together, not " + (silent + faulty));
    }
  }
}
