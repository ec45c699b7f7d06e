package kongo.simulator;

import kongo.protocol.Feed;

/**
 * One record as the simulator sends it.
 *
 * @param value {@code null} where the registry forgets an id
 * @param place the Location whose gate or sensors made it, a truck where one took part, or the Goods whose logger did; {@code ""} for the registry
 * @param time event time, milliseconds since the epoch
 * @param sendAt when it is sent, on the clock of event time; never goes back from one record to the next
 */
public record SimulatedRecord(
    Feed feed, String key, byte[] value, String place, long time, long sendAt, Origin origin) {

  public SimulatedRecord sentAt(long otherSendAt) {
    return new SimulatedRecord(feed, key, value, place, time, otherSendAt, origin);
  }

  /** Another one about the same, in the same place. */
  public SimulatedRecord saying(byte[] otherValue, Origin otherOrigin) {
    return new SimulatedRecord(feed, key, otherValue, place, time, sendAt, otherOrigin);
  }

  public SimulatedRecord duplicatedAt(long otherSendAt) {
    return new SimulatedRecord(feed, key, value, place, time, otherSendAt, Origin.DUPLICATE);
  }
}
