package kongo.goods;

import kongo.violation.Cause;

/**
 * A Location's word to a Goods that is there: how far time has provably come at the Location. It proves that the Goods has
 * expired, or is not any more, where that is at or after the moment at which it does, and takes such a proof back where it is
 * before.
 *
 * @param version of the Location that says so; of two words of one Location the higher version counts
 * @param time the Location's clock, event time in milliseconds
 * @param cause the record that brought the clock there
 */
public record ExpiryEvidence(String goods, String location, long version, long time, Cause cause) {}
