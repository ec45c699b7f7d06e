package kongo.simulator.world;

/**
 * What befalls Goods on their way in the steady world, beyond the usual.
 *
 * @param zoneMoves share of the stays in a warehouse during which a Goods is moved into the zone beside it, and back
 * @param rereads share of the loads at which the gate reads the tag as received once more, soon after
 * @param routed share of the Goods that have a route
 * @param wrongDeliveries share of the stops off its route at which a Goods is unloaded all the same
 * @param reusedTags share of the delivered Goods whose tag the next new Goods gets
 * @param profileChanges share of the stays in a warehouse during which the registry says something else of a Goods, and of the trips for
 *     which it gives the truck another limit
 */
public record Journeys(double zoneMoves, double rereads, double routed, double wrongDeliveries, double reusedTags, double profileChanges) {

  /** Nothing of this. */
  public static final Journeys NONE = new Journeys(0, 0, 0, 0, 0, 0);

  /** Some of each within an hour of the dense mix. */
  static final Journeys EVENTFUL = new Journeys(0.2, 0.1, 0.3, 0.2, 0.2, 0);

  /** The same with another share of profiles that are changed. */
  public Journeys withProfileChanges(double share) {
    return new Journeys(zoneMoves, rereads, routed, wrongDeliveries, reusedTags, share);
  }

  public Journeys {
    Checks.share("zone-moves", zoneMoves);
    Checks.share("rereads", rereads);
    Checks.share("routed", routed);
    Checks.share("wrong-deliveries", wrongDeliveries);
    Checks.share("reused-tags", reusedTags);
    Checks.share("profile-changes", profileChanges);
  }
}
