package kongo.goods;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.effect.Effect;
import kongo.violation.Cause;

/**
 * A Goods is, or was, somewhere else than was known: its stays from where the event changed them.
 *
 * @param version sequence number of the Goods' journal event that caused it: grows, not by ones
 * @param changed the event changed nothing before this time
 * @param from all stays that reach up to this time or begin later are named; later than {@code changed} where they would
 *     be more than {@link #MOST}
 * @param stays by time
 */
public record StaysChanged(String goods, long version, long changed, long from, List<Stay> stays, Cause cause)
    implements Effect {

  /** So many stays are named at most: with the longest identifiers some 20 KB. */
  public static final int MOST = 100;

  public StaysChanged {
    stays = List.copyOf(stays);
  }

  /**
   * What became of the stays, nothing if they are the same.
   *
   * @param was the stays before that reach up to {@code changed} or begin later
   * @param are the same after
   */
  static Optional<StaysChanged> between(
      String goods, long version, long changed, List<Stay> was, List<Stay> are, Cause cause) {
    if (was.equals(are)) {
      return Optional.empty();
    }
    int cut = Math.max(0, are.size() - MOST);
    long from = cut == 0 ? changed : are.get(cut).from() + 1;
    return Optional.of(new StaysChanged(goods, version, changed, from, are.subList(cut, are.size()), cause));
  }

  static Stream<StaysChanged> among(List<Effect> effects) {
    return effects.stream().flatMap(effect -> effect instanceof StaysChanged one ? Stream.of(one) : Stream.empty());
  }

  /** The stay that lasts: where the Goods is now, and since when. */
  public Optional<Stay> at() {
    return stays.isEmpty() ? Optional.empty() : Optional.of(stays.get(stays.size() - 1)).filter(Stay::isOpen);
  }
}
