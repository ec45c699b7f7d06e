package kongo.goods;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kongo.registry.GoodsProfile;

/** What is accepted about one Goods, and where that puts it. Immutable; what follows shares what it has in common. */
final class GoodsFacts {

  static final GoodsFacts NONE =
      new GoodsFacts(Opening.NONE, Trail.empty(), Trail.empty(), GoodsProfile.NONE, Map.of(), Itinerary.NONE);

  private final Opening opening;
  private final Trail<KnownMove> moves;
  private final Trail<MovesTaken> events;
  private final GoodsProfile profile;
  private final Map<String, Long> evidence;
  private final Itinerary itinerary;

  private GoodsFacts(
      Opening opening,
      Trail<KnownMove> moves,
      Trail<MovesTaken> events,
      GoodsProfile profile,
      Map<String, Long> evidence,
      Itinerary itinerary) {
    this.opening = opening;
    this.moves = moves;
    this.events = events;
    this.profile = profile;
    this.evidence = evidence;
    this.itinerary = itinerary;
  }

  /**
   * @param moves in their natural order, each once
   * @param evidence per Location the latest time that a reading there is known to have come to
   */
  static GoodsFacts of(
      Opening opening, List<KnownMove> moves, GoodsProfile profile, Map<String, Long> evidence) {
    Itinerary itinerary = Itinerary.of(opening, moves.stream().map(KnownMove::move).toList());
    return new GoodsFacts(opening, Trail.of(moves), Trail.of(MovesTaken.of(moves)), profile, evidence, itinerary);
  }

  Opening opening() {
    return opening;
  }

  /** Whether moves of this time are folded. */
  boolean hasClosed(long time) {
    return time < opening.before();
  }

  /**
   * Up to where moves can be folded: none of them will be changed, or has to be told to anybody, any more.
   *
   * @param settledBefore see {@link MoveBatch}
   * @return {@link Opening#NEVER} if that is not worth it
   */
  long closable(long settledBefore, GoodsSettings settings) {
    long horizon = newest() - settings.keptMillis();
    int count = 0;
    while (count < moves.size() && isClosable(moves.get(count), horizon, settledBefore)) {
      count++;
    }
    if (count < settings.closedAtOnce()) {
      return Opening.NEVER;
    }
    return count < moves.size() ? Math.min(horizon, moves.get(count).move().time()) : horizon;
  }

  private static boolean isClosable(KnownMove known, long horizon, long settledBefore) {
    return known.move().time() < horizon && known.offset() < settledBefore;
  }

  /** With all moves before this time folded. */
  GoodsFacts closedBefore(long time) {
    if (time <= opening.before()) {
      return this;
    }
    List<KnownMove> kept = moves.from(positionFrom(time));
    Opening folded = Opening.of(time, presenceAt(time), profile.useBy());
    return new GoodsFacts(
        folded, Trail.<KnownMove>empty().then(kept), Trail.of(MovesTaken.of(kept)), profile, evidenceSince(time),
        itinerary.since(time));
  }

  /** Of a Location to which it comes back later it hears again that time has come. */
  private Map<String, Long> evidenceSince(long time) {
    Map<String, Long> kept = new TreeMap<>();
    itinerary.staysFrom(time).forEach(
        stay -> Optional.ofNullable(evidence.get(stay.location())).ifPresent(until -> kept.put(stay.location(), until)));
    return kept;
  }

  /** The stays, without a gap, that lead to the one that lasts just before this time. */
  private List<Stay> presenceAt(long time) {
    List<Stay> all = Stream.concat(opening.earlier().stream(), itinerary.stays().stream()).toList();
    int last = all.size() - 1;
    while (last >= 0 && all.get(last).from() >= time) {
      last--;
    }
    if (last < 0 || all.get(last).to() < time) {
      return List.of();
    }
    int first = last;
    while (first > 0 && all.get(first - 1).to() == all.get(first).from()) {
      first--;
    }
    return all.subList(first, last + 1);
  }

  /** The stays of a presence, with what is known of it from before the books were closed. */
  List<Stay> whole(List<Stay> presence) {
    boolean goesOn = opening.at().map(at -> at.from() == presence.get(0).from()).orElse(false);
    return goesOn ? Stream.concat(opening.earlier().stream(), presence.stream()).toList() : presence;
  }

  List<KnownMove> moves() {
    return moves;
  }

  /** Version of the first event of which a move is kept. */
  long firstEvent(long none) {
    return events.isEmpty() ? none : events.get(0).version();
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

  Optional<KnownMove> known(Move move) {
    int i = position(move);
    return i < 0 ? Optional.empty() : Optional.of(moves.get(i));
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
    return itinerary.goingOn(kept > 0 || !opening.isNone(), earliest(more), later);
  }

  private int positionFrom(long time) {
    return moves.firstThat(known -> known.move().time() >= time);
  }

  /** Nothing before this time is changed by these moves. */
  static long earliest(List<Move> moves) {
    return moves.stream().mapToLong(Move::time).min().orElse(Stay.OPEN);
  }

  /**
   * @param version of the event that brings these moves
   * @param offsets of their records
   * @param with what {@link #itineraryWith} gives for them
   */
  GoodsFacts withMoves(long version, List<Move> more, long[] offsets, List<String> touched, Itinerary with) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> shared = touched.stream().map(String::intern).toList();
    long from = earliest(more);
    int kept = positionFrom(from);
    List<KnownMove> later = new ArrayList<>(moves.from(kept));
    for (int i = 0; i < more.size(); i++) {
      later.add(new KnownMove(more.get(i).shared(), offsets[i], version, shared));
    }
    later.sort((a, b) -> a.move().compareTo(b.move()));
    MovesTaken event = new MovesTaken(version, from, shared);
    return new GoodsFacts(opening, moves.first(kept).then(later), events.then(List.of(event)), profile, evidence, with);
  }

  GoodsFacts withProfile(GoodsProfile newProfile) {
    return new GoodsFacts(opening, moves, events, newProfile, evidence, itinerary);
  }

  GoodsFacts withEvidence(String location, long time) {
    Map<String, Long> more = new TreeMap<>(evidence);
    more.merge(location, time, Math::max);
    return new GoodsFacts(opening, moves, events, profile, more, itinerary);
  }

  /** Whether an accepted move or reading shows that time has come to {@code useBy} for a Goods now at {@code location}. */
  boolean provesTime(long useBy, String location) {
    boolean byMove = !moves.isEmpty() && newest() >= useBy;
    return byMove || evidence.getOrDefault(location, Long.MIN_VALUE) >= useBy;
  }

  /**
   * What has to be said to a Location so that it knows what followed from an event and from those after it.
   *
   * @param event its version; one after the last event: nothing followed, so that only the previous words are named
   */
  Saying saying(String location, long event) {
    long from = Stay.OPEN;
    for (int i = events.size() - 1; i >= 0; i--) {
      MovesTaken taken = events.get(i);
      if (taken.touches(location)) {
        if (taken.version() < event) {
          return new Saying(taken.version(), from);
        }
        from = Math.min(from, taken.from());
      }
    }
    return new Saying(0, from);
  }

  /** See {@link GoodsAt}. */
  record Saying(long previous, long from) {}

  /** The end of the last stay at a Location that ends up to this time, {@link Opening#NEVER} if none is known. */
  long lastEndAt(String location, long time) {
    List<Stay> stays = itinerary.stays();
    for (int i = stays.size() - 1; i >= 0; i--) {
      if (stays.get(i).to() <= time && stays.get(i).location().equals(location)) {
        return stays.get(i).to();
      }
    }
    return Opening.NEVER;
  }

  /** The stays at a Location that end after this time. */
  List<Stay> staysAt(String location, long time) {
    return itinerary.staysFrom(time).stream()
        .filter(stay -> stay.to() > time && stay.location().equals(location))
        .toList();
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
