package kongo.simulator;

import kongo.protocol.Feed;

/**
 * One record as the simulator sends it.
 *
 * @param place the Location whose gate or sensors made it, a truck where one took part; {@code ""} for the registry
 * @param time event time, milliseconds since the epoch
 * @param sendAt when it is sent, on the clock of event time; never goes back from one record to the next
 */
public record SimulatedRecord(
    Feed feed, String key, byte[] value, String place, long time, long sendAt, Origin origin) {

  public SimulatedRecord sentAt(long otherSendAt) {
    return new SimulatedRecord(feed, key, value, place, time, otherSendAt, origin);
  }

  public SimulatedRecord duplicatedAt(long otherSendAt) {
    return new SimulatedRecord(feed, key, value, place, time, otherSendAt, Origin.DUPLICATE);
  }
}
