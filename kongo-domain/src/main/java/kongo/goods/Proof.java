package kongo.goods;

/**
 * How far time has provably come at a Location, as the Location last said.
 *
 * @param version of the Location that said so
 * @param time event time in milliseconds
 */
public record Proof(long version, long time) {

  /** Nothing has been said. */
  static final Proof NONE = new Proof(0, Long.MIN_VALUE);
}
