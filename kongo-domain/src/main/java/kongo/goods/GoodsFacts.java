package kongo.goods;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kongo.registry.GoodsProfile;

/** What is accepted about one Goods, and where that puts it. Immutable; what follows shares what it has in common. */
final class GoodsFacts {

  static final GoodsFacts NONE =
      new GoodsFacts(Trail.empty(), GoodsProfile.NONE, Map.of(), Itinerary.NONE);

  private final Trail<KnownMove> moves;
  private final GoodsProfile profile;
  private final Map<String, Long> evidence;
  private final Itinerary itinerary;

  private GoodsFacts(Trail<KnownMove> moves, GoodsProfile profile, Map<String, Long> evidence, Itinerary itinerary) {
    this.moves = moves;
    this.profile = profile;
    this.evidence = evidence;
    this.itinerary = itinerary;
  }

  /**
   * @param moves in their natural order, each once
   * @param evidence per Location the latest time that a reading there is known to have come to
   */
  static GoodsFacts of(List<KnownMove> moves, GoodsProfile profile, Map<String, Long> evidence) {
    Itinerary itinerary = Itinerary.of(moves.stream().map(KnownMove::move).toList());
    return new GoodsFacts(Trail.of(moves), profile, evidence, itinerary);
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

  /** Time of the latest move, 0 without one. */
  long newest() {
    return moves.isEmpty() ? 0 : moves.get(moves.size() - 1).move().time();
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
    int i = moves.firstThat(known -> known.move().compareTo(move) >= 0);
    return i < moves.size() && moves.get(i).move().equals(move) ? i : -1;
  }

  /** Where the Goods was if it made these moves, which are not known, as well. */
  Itinerary itineraryWith(List<Move> more) {
    if (more.isEmpty()) {
      return itinerary;
    }
    int kept = positionFrom(earliest(more));
    List<Move> later =
        Stream.concat(moves.from(kept).stream().map(KnownMove::move), more.stream().map(Move::shared)).sorted().toList();
    return itinerary.goingOn(kept > 0, earliest(more), later);
  }

  private int positionFrom(long time) {
    return moves.firstThat(known -> known.move().time() >= time);
  }

  /** Nothing before this time is changed by these moves. */
  static long earliest(List<Move> moves) {
    return moves.stream().mapToLong(Move::time).min().orElse(Stay.OPEN);
  }

  /** @param with what {@link #itineraryWith} gives for these moves */
  GoodsFacts withMoves(List<Move> more, List<String> touched, Itinerary with) {
    List<String> shared = touched.stream().map(String::intern).toList();
    int kept = positionFrom(earliest(more));
    List<KnownMove> later = new ArrayList<>(moves.from(kept));
    more.forEach(move -> later.add(new KnownMove(move.shared(), shared)));
    later.sort((a, b) -> a.move().compareTo(b.move()));
    return new GoodsFacts(moves.first(kept).then(later), profile, evidence, with);
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
    boolean byMove = !moves.isEmpty() && newest() >= useBy;
    return byMove || evidence.getOrDefault(location, Long.MIN_VALUE) >= useBy;
  }

  /** The Locations at which the stays are not the same in another itinerary, alike before this time; sorted. */
  List<String> differing(Itinerary other, long since) {
    Set<Stay> was = new HashSet<>(itinerary.staysFrom(since));
    Set<Stay> is = new HashSet<>(other.staysFrom(since));
    Set<String> locations = new TreeSet<>();
    was.stream().filter(stay -> !is.contains(stay)).forEach(stay -> locations.add(stay.location()));
    is.stream().filter(stay -> !was.contains(stay)).forEach(stay -> locations.add(stay.location()));
    return List.copyOf(locations);
  }
}
