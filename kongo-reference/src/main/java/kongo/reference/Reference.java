package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.goods.Stay;
import kongo.registry.Registration;
import kongo.rules.RuleBook;
import kongo.violation.Violation;

/** The one law: the final set of violations, and all stays, as a function of the accepted events and the rule book. */
public final class Reference {

  private Reference() {}

  /** The final set by id: OPEN and CLOSED ones. */
  public static SortedMap<String, Violation> violations(RuleBook book, AcceptedEvents events) {
    PlaceByPlace reference = new PlaceByPlace();
    for (String id : union(events.registry().keySet(), events.moves().keySet())) {
      Optional<Registration> last = Optional.ofNullable(events.registry().get(id));
      reference.tell(id, last, events.moves().getOrDefault(id, Set.of()));
    }
    FinalSet all = new FinalSet();
    for (String location : union(reference.visited(), events.readings().keySet())) {
      all.addAll(reference.excursions(book, location, events.readings().getOrDefault(location, Map.of())));
    }
    all.addAll(reference.ofGoods());
    return all.byId();
  }

  /** Where each Goods was that was anywhere, by time. */
  public static SortedMap<String, List<Stay>> stays(AcceptedEvents events) {
    SortedMap<String, List<Stay>> stays = new TreeMap<>();
    events.moves().forEach((goods, moves) -> stays.put(goods, List.copyOf(Itinerary.of(moves).stays())));
    stays.values().removeIf(List::isEmpty);
    return stays;
  }

  private static SortedSet<String> union(Set<String> some, Set<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
