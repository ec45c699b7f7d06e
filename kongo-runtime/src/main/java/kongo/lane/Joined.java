package kongo.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.goods.GoodsReply;
import kongo.goods.Told;
import kongo.location.LocationReply;
import kongo.registry.PlaceAt;

/** What an entity answered to the parts of an ask, as if it had been asked at once: nothing of it is forgotten. */
public final class Joined {

  private Joined() {}

  public static GoodsReply goods(GoodsReply first, GoodsReply second) {
    List<Told> told = both(first.told(), second.told());
    Optional<PlaceAt> place =
        Stream.of(first.place(), second.place()).flatMap(Optional::stream)
            .reduce((a, b) -> a.version() > b.version() ? a : b);
    return new GoodsReply(
        both(first.refusals(), second.refusals()), first.duplicates() + second.duplicates(), told,
        both(first.untold(), second.untold()), place);
  }

  public static LocationReply location(LocationReply first, LocationReply second) {
    return new LocationReply(
        both(first.refusals(), second.refusals()),
        first.duplicates() + second.duplicates(),
        both(first.evidence(), second.evidence()),
        first.moreEvidence() || second.moreEvidence(),
        both(first.unheard(), second.unheard()),
        first.ahead() || second.ahead());
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
