package kongo.goods;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.registry.GoodsProfile;

/** What is accepted about one Goods; everything else follows from it. Immutable. */
final class GoodsFacts {

  static final GoodsFacts NONE = new GoodsFacts(List.of(), GoodsProfile.NONE, Map.of());

  private final List<KnownMove> moves;
  private final GoodsProfile profile;
  private final Map<String, Long> evidence;
  private final Itinerary itinerary;

  /**
   * @param moves in their natural order, each once
   * @param evidence per Location the latest time that a reading there is known to have come to
   */
  GoodsFacts(List<KnownMove> moves, GoodsProfile profile, Map<String, Long> evidence) {
    this(moves, profile, evidence, Itinerary.of(moves.stream().map(KnownMove::move).toList()));
  }

  private GoodsFacts(List<KnownMove> moves, GoodsProfile profile, Map<String, Long> evidence, Itinerary itinerary) {
    this.moves = moves;
    this.profile = profile;
    this.evidence = evidence;
    this.itinerary = itinerary;
  }

  List<KnownMove> moves() {
    return moves;
  }

  GoodsProfile profile() {
    return profile;
  }

  Map<String, Long> evidence() {
    return evidence;
  }

  Itinerary itinerary() {
    return itinerary;
  }

  boolean knows(Move move) {
    return position(move) >= 0;
  }

  /** The Locations that had to hear of this move; empty when it is not known. */
  List<String> touchedBy(Move move) {
    int i = position(move);
    return i < 0 ? List.of() : moves.get(i).touched();
  }

  private int position(Move move) {
    return Collections.binarySearch(moves, new KnownMove(move, List.of()), (a, b) -> a.move().compareTo(b.move()));
  }

  GoodsFacts withMoves(List<Move> more, List<String> touched) {
    List<KnownMove> all = new ArrayList<>(moves);
    List<String> shared = touched.stream().map(String::intern).toList();
    more.forEach(move -> all.add(new KnownMove(move.shared(), shared)));
    all.sort((a, b) -> a.move().compareTo(b.move()));
    return new GoodsFacts(List.copyOf(all), profile, evidence);
  }

  GoodsFacts withProfile(GoodsProfile newProfile) {
    return new GoodsFacts(moves, newProfile, evidence, itinerary);
  }

  GoodsFacts withEvidence(String location, long time) {
    Map<String, Long> more = new TreeMap<>(evidence);
    more.merge(location, time, Math::max);
    return new GoodsFacts(moves, profile, more, itinerary);
  }

  /** Whether an accepted move or reading shows that time has come to {@code useBy} for a Goods now at {@code location}. */
  boolean provesTime(long useBy, String location) {
    boolean byMove = !moves.isEmpty() && moves.get(moves.size() - 1).move().time() >= useBy;
    return byMove || evidence.getOrDefault(location, Long.MIN_VALUE) >= useBy;
  }

  /** The Locations at which the stays of two itineraries are not the same, sorted. */
  static List<String> differing(Itinerary before, Itinerary after) {
    Set<Stay> was = new HashSet<>(before.stays());
    Set<Stay> is = new HashSet<>(after.stays());
    Set<String> locations = new TreeSet<>();
    was.stream().filter(stay -> !is.contains(stay)).forEach(stay -> locations.add(stay.location()));
    is.stream().filter(stay -> !was.contains(stay)).forEach(stay -> locations.add(stay.location()));
    return List.copyOf(locations);
  }
}
