package kongo.goods;

import kongo.violation.Cause;

/**
 * A Location's word to a Goods that a reading there has come to a time at or after its use-by time.
 *
 * @param time event time of the latest reading there, milliseconds
 * @param cause the record of that reading
 */
public record ExpiryEvidence(String goods, String location, long time, Cause cause) {}
