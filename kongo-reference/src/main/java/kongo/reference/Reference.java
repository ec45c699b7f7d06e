package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.goods.Stay;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.violation.Violation;

/** The one law: the final set of violations, and all stays, as a function of the accepted events and the rule books. */
public final class Reference {

  private Reference() {}

  /** By one book that holds since ever. */
  public static SortedMap<String, Violation> violations(RuleBook book, AcceptedEvents events) {
    return violations(RuleHistory.of(book), events);
  }

  /** The final set by id: OPEN and CLOSED ones. */
  public static SortedMap<String, Violation> violations(RuleHistory history, AcceptedEvents events) {
    PlaceByPlace reference = new PlaceByPlace(history);
    for (String id : union(events.registry().keySet(), events.moves().keySet())) {
      Profiles said = events.registry().getOrDefault(id, Profiles.NONE);
      reference.tell(id, said, events.moves().getOrDefault(id, new Moves()));
    }
    FinalSet all = new FinalSet();
    for (String location : union(reference.visited(), events.readings().keySet())) {
      long provenTime = events.provenTimes().getOrDefault(location, PlaceByPlace.NOTHING);
      all.addAll(reference.excursions(history, location, events.readings().getOrDefault(location, Map.of()), provenTime));
    }
    all.addAll(reference.ofGoods(history));
    return all.byId();
  }

  /** By one book that holds since ever. */
  public static SortedMap<String, List<Stay>> stays(RuleBook book, AcceptedEvents events) {
    return stays(RuleHistory.of(book), events);
  }

  /** Where each Goods was that was anywhere, by time. */
  public static SortedMap<String, List<Stay>> stays(RuleHistory history, AcceptedEvents events) {
    Timeline<Long> settle = PlaceByPlace.settling(history);
    SortedMap<String, List<Stay>> stays = new TreeMap<>();
    events.moves().forEach((goods, moves) ->
        stays.put(goods, List.copyOf(Itinerary.of(moves.counting(), time -> settle.at(time).orElseThrow()).stays())));
    stays.values().removeIf(List::isEmpty);
    return stays;
  }

  private static SortedSet<String> union(Set<String> some, Set<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
