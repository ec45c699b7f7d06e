package kongo.goods;

import java.util.List;
import kongo.registry.GoodsProfile;
import kongo.registry.Timeline;
import kongo.violation.Cause;

/**
 * What a Goods says of itself to one Location: as of this version these are all its stays there from a time on. Of what
 * was before that time it said all by the previous version, or in words that are still to come.
 *
 * @param version sequence number of the Goods' latest event; of each moment of time the word of the highest version counts
 * @param previous whoever has heard all that was said up to this version has with this word heard all up to {@code version}
 * @param from event time in milliseconds; {@link Stay#OPEN}: the word says nothing of stays
 * @param earlierTo when the last of its stays there ended that ended before {@code from}; {@link Opening#NEVER}: it knows of
 *     none
 * @param profile what holds from when, as far as Locations care
 * @param stays those at that Location that end after {@code from}, by time
 * @param expiry how far it has proof that time has come
 * @param cause the record that led to this version
 */
public record GoodsAt(
    String goods,
    long version,
    long previous,
    long from,
    long earlierTo,
    Timeline<GoodsProfile> profile,
    List<Stay> stays,
    Expiry expiry,
    Cause cause) {

  /** A word that says everything, whatever was said before, of a Goods that was always what it is. */
  public static GoodsAt whole(
      String goods, long version, GoodsProfile profile, List<Stay> stays, Expiry expiry, Cause cause) {
    return new GoodsAt(goods, version, 0, Long.MIN_VALUE, Opening.NEVER, Timeline.always(profile), stays, expiry, cause);
  }

  /** The latest time of which it tells: of the record behind it, which need not be what is newest in it, or of a stay. */
  public long newest() {
    long newest = cause.timestamp();
    for (Stay stay : stays) {
      newest = Math.max(newest, stay.isOpen() ? stay.from() : stay.to());
    }
    return newest;
  }

  /** Whether this word leaves nothing of an earlier one of the same Goods that would have to be said. */
  public boolean covers(GoodsAt earlier) {
    return version >= earlier.version && previous <= earlier.previous && from <= earlier.from;
  }
}
