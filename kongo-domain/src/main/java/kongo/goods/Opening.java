package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.registry.GoodsProfile;

/**
 * What a Goods keeps of its moves before a time, like the balance with which a ledger opens: no move can change that any
 * more.
 *
 * @param before event time in milliseconds; {@link #NEVER}: all moves are kept
 * @param presence of the presence that lasted then: the stay with which it began, the one in which the Goods expired, and
 *     the one that lasted; each to the beginning of the next, the last to {@link Stay#OPEN}; empty: it was outside
 */
public record Opening(long before, List<Stay> presence) {

  public static final long NEVER = Long.MIN_VALUE;

  static final Opening NONE = new Opening(NEVER, List.of());

  boolean isNone() {
    return before == NEVER;
  }

  /** Where the Goods was. */
  Optional<Stay> at() {
    return presence.isEmpty() ? Optional.empty() : Optional.of(presence.get(presence.size() - 1));
  }

  /** The stays of the presence before the one that lasted. */
  List<Stay> earlier() {
    return presence.isEmpty() ? List.of() : presence.subList(0, presence.size() - 1);
  }

  /**
   * Of a presence, of which the last stay lasts.
   *
   * @param stays without a gap; empty: the Goods is outside
   */
  static Opening of(long before, List<Stay> stays, long useBy) {
    List<Stay> kept = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      boolean expires = useBy != GoodsProfile.NEVER && stays.get(i).from() <= useBy && useBy < stays.get(i).to();
      if (i == 0 || expires || i == stays.size() - 1) {
        kept.add(stays.get(i));
      }
    }
    List<Stay> presence = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      Stay stay = kept.get(i);
      presence.add(new Stay(stay.location(), stay.namedAs(), stay.from(), i + 1 < kept.size() ? kept.get(i + 1).from() : Stay.OPEN));
    }
    return new Opening(before, List.copyOf(presence));
  }
}
