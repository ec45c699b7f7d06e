package kongo.goods;

import java.util.List;
import kongo.registry.GoodsProfile;
import kongo.violation.Cause;

/**
 * What a Goods says of itself to one Location: its whole state there, not what changed.
 *
 * @param version sequence number of the Goods' latest event; a higher one replaces a lower one
 * @param stays all its stays at that Location, by time
 * @param expiryKnown whether it has proof already that time has come to its use-by time, so that it needs no evidence
 * @param cause the record that led to this version
 */
public record GoodsAt(
    String goods, long version, GoodsProfile profile, List<Stay> stays, boolean expiryKnown, Cause cause) {}
