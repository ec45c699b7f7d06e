package kongo.location;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kongo.goods.Stay;
import kongo.location.Judgement.Span;

/** When a Goods' presence at a Location is not what it was. */
final class StayChanges {

  private StayChanges() {}

  /**
   * The spans in which the stays differ; of a stay of which only the end changed, only what lies between the two ends.
   *
   * @param since before this time they are the same
   */
  static List<Span> between(Optional<GoodsHere> old, GoodsHere now, long since) {
    List<Stay> gone = new ArrayList<>(old.map(was -> was.staysFrom(since)).orElse(List.of()));
    List<Stay> come = new ArrayList<>(now.staysFrom(since));
    List<Span> spans = new ArrayList<>();
    Set<Stay> same = new HashSet<>(gone);
    same.retainAll(Set.copyOf(come));
    gone.removeAll(same);
    come.removeAll(same);
    takeMovedEnds(gone, come, spans);
    gone.forEach(stay -> spans.add(span(stay.from(), stay.to())));
    come.forEach(stay -> spans.add(span(stay.from(), stay.to())));
    return spans;
  }

  private static void takeMovedEnds(List<Stay> gone, List<Stay> come, List<Span> spans) {
    for (Stay was : List.copyOf(gone)) {
      come.stream()
          .filter(is -> is.from() == was.from() && is.namedAs() == was.namedAs())
          .findFirst()
          .ifPresent(
              is -> {
                spans.add(span(Math.min(was.to(), is.to()), Math.max(was.to(), is.to())));
                gone.remove(was);
                come.remove(is);
              });
    }
  }

  /** The spans of all stays on both sides: what the Goods is has changed. */
  static List<Span> all(Optional<GoodsHere> old, GoodsHere now) {
    List<Span> spans = new ArrayList<>();
    old.ifPresent(was -> was.stays().forEach(stay -> spans.add(span(stay.from(), stay.to()))));
    now.stays().forEach(stay -> spans.add(span(stay.from(), stay.to())));
    return spans;
  }

  private static Span span(long from, long to) {
    return new Span(from, to, false);
  }
}
