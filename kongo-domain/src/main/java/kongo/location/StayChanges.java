package kongo.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.Judgement.Span;

/** When a Goods' presence at a Location is not what it was. */
final class StayChanges {

  private StayChanges() {}

  /**
   * The spans in which the stays differ; of a stay of which only the end changed, only what lies between the two ends.
   *
   * @param wholly whether every stay counts as changed, since what the Goods is has changed
   */
  static List<Span> between(Optional<GoodsAt> old, GoodsAt now, boolean wholly) {
    List<Stay> gone = new ArrayList<>(old.map(GoodsAt::stays).orElse(List.of()));
    List<Stay> come = new ArrayList<>(now.stays());
    List<Span> spans = new ArrayList<>();
    if (!wholly) {
      List<Stay> same = gone.stream().filter(come::contains).toList();
      gone.removeAll(same);
      come.removeAll(same);
      takeMovedEnds(gone, come, spans);
    }
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

  private static Span span(long from, long to) {
    return new Span(from, to, false);
  }
}
