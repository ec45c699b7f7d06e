package kongo.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kongo.goods.Move;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.rules.RuleBook;
import kongo.violation.Violation;

/** The one law: the final set of violations as a function of the accepted events and the rule book. */
public final class Reference {

  private final RuleBook book;
  private final AcceptedEvents events;

  private Reference(RuleBook book, AcceptedEvents events) {
    this.book = book;
    this.events = events;
  }

  /** The final set by id: OPEN and CLOSED ones. */
  public static SortedMap<String, Violation> violations(RuleBook book, AcceptedEvents events) {
    return new Reference(book, events).all();
  }

  private SortedMap<String, Violation> all() {
    List<Way> ways = ways();
    Stream<Violation> ofGoods =
        ways.stream().flatMap(way -> Stream.concat(way.misplacements(), way.expiries(events.readings())));
    Stream<Violation> atPlaces =
        places(ways).stream().flatMap(this::excursions);
    SortedMap<String, Violation> byId = new TreeMap<>();
    Stream.concat(ofGoods, atPlaces).forEach(violation -> putOnce(byId, violation));
    return Collections.unmodifiableSortedMap(byId);
  }

  private Stream<Violation> excursions(Place place) {
    return book.rules().stream().flatMap(rule -> Excursions.of(rule, place).stream());
  }

  private static void putOnce(SortedMap<String, Violation> byId, Violation violation) {
    Violation same = byId.putIfAbsent(violation.id(), violation);
    // misplacements may share an id, and then everything else
    if (same != null && !same.equals(violation)) {
      throw new IllegalStateException("two violations have one id: " + same + " and " + violation);
    }
  }

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (Map.Entry<String, Set<Move>> entry : events.moves().entrySet()) {
      ways.add(Way.of(entry.getKey(), goodsProfile(entry.getKey()), entry.getValue()));
    }
    return ways;
  }

  private List<Place> places(List<Way> ways) {
    Map<String, List<Visit>> visits =
        ways.stream().flatMap(Way::visits).collect(Collectors.groupingBy(visit -> visit.stay().location()));
    SortedSet<String> ids = new TreeSet<>(visits.keySet());
    ids.addAll(events.readings().keySet());
    return ids.stream().map(id -> place(id, visits.getOrDefault(id, List.of()))).toList();
  }

  private Place place(String id, List<Visit> visits) {
    return new Place(id, placeProfile(id), events.readings().getOrDefault(id, Map.of()), visits);
  }

  /** A Goods without a profile, or whose id was last registered as a place, has none. */
  private GoodsProfile goodsProfile(String id) {
    return events.registry().get(id) instanceof GoodsProfile profile ? profile : GoodsProfile.NONE;
  }

  private Optional<PlaceProfile> placeProfile(String id) {
    return events.registry().get(id) instanceof PlaceProfile profile ? Optional.of(profile) : Optional.empty();
  }
}
