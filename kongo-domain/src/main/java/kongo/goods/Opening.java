package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Goods keeps of its moves before a time, like the balance with which a ledger opens: no move can change that any
 * more.
 *
 * @param before event time in milliseconds; {@link #NEVER}: all moves are kept
 * @param presence of the presence that lasted then: the stay with which it began, the one in which the Goods expired last, and
 *     the one that lasted, that to {@link Stay#OPEN}; empty: it was outside
 * @param newest time of the latest of the moves that were made; {@link #NEVER}: there was none
 * @param departure after which it had not moved on then, with {@link Stay#OPEN} as its end
 */
public record Opening(long before, List<Stay> presence, long newest, Optional<Departure> departure) {

  public static final long NEVER = Long.MIN_VALUE;

  static final Opening NONE = new Opening(NEVER, List.of(), NEVER, Optional.empty());

  boolean isNone() {
    return before == NEVER;
  }

  /** Whether moves were made before. */
  boolean isStarted() {
    return newest != NEVER;
  }

  /** Where the Goods was. */
  public Optional<Stay> at() {
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
   * @param expires when the Goods begins to be expired for the first time that reaches beyond this one
   * @param newest time of the latest of the moves that were made
   * @param departure that lasts
   */
  static Opening of(long before, List<Stay> stays, long expires, long newest, Optional<Departure> departure) {
    List<Stay> kept = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      boolean has = stays.get(i).from() <= expires && expires < stays.get(i).to();
      if (i == stays.size() - 1) {
        kept.add(lasting(stays.get(i)));
      } else if (i == 0 || has) {
        kept.add(stays.get(i));
      }
    }
    return new Opening(before, List.copyOf(kept), newest, departure);
  }

  private static Stay lasting(Stay stay) {
    return new Stay(stay.location(), stay.namedAs(), stay.from(), Stay.OPEN);
  }
}
