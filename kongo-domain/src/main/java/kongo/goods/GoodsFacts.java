package kongo.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.violation.Correction;

/** What is accepted about one Goods, and where that puts it. Immutable; what follows shares what it has in common. */
final class GoodsFacts {

  private final Opening opening;
  private final Trail<KnownMove> moves;
  private final Trail<EventTold> events;
  private final Timeline<GoodsProfile> profile;
  private final ExpiredParts expired;
  private final Map<String, Proof> evidence;
  private final Optional<EventTold> rejudged;
  private final OwnPlace own;
  private final Itinerary itinerary;

  private GoodsFacts(
      Opening opening,
      Trail<KnownMove> moves,
      Trail<EventTold> events,
      Timeline<GoodsProfile> profile,
      ExpiredParts expired,
      Map<String, Proof> evidence,
      Optional<EventTold> rejudged,
      OwnPlace own,
      Itinerary itinerary) {
    this.opening = opening;
    this.moves = moves;
    this.events = events;
    this.profile = profile;
    this.expired = expired;
    this.evidence = evidence;
    this.rejudged = rejudged;
    this.own = own;
    this.itinerary = itinerary;
  }

  static GoodsFacts none(String id, GoodsLaw law) {
    return new GoodsFacts(
        Opening.NONE, Trail.empty(), Trail.empty(), Timeline.none(), ExpiredParts.NEVER, Map.of(), Optional.empty(), OwnPlace.of(id), Itinerary.none(law));
  }

  /**
   * @param rejudged see {@link #withLaw}
   * @param moves by move, then by correction
   * @param evidence per Location how far time has come there
   */
  static GoodsFacts of(
      GoodsLaw law,
      Opening opening,
      List<KnownMove> moves,
      Timeline<GoodsProfile> profile,
      Map<String, Proof> evidence,
      Optional<EventTold> rejudged,
      OwnPlace own) {
    Itinerary itinerary =
        Itinerary.of(law, opening, MoveSaid.counting(moves.stream().map(KnownMove::said).toList()));
    return new GoodsFacts(opening, Trail.of(moves), Trail.of(EventTold.of(moves)), profile, ExpiredParts.of(profile), evidence, rejudged, own, itinerary);
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
    int first = positionFrom(time);
    List<KnownMove> kept = moves.from(first);
    Opening folded = Opening.of(time, presenceAt(time), expired.beginningOfFirstBeyond(time), newestMade(first), itinerary.departureAt(time));
    return new GoodsFacts(
        folded, Trail.<KnownMove>empty().then(kept), Trail.of(EventTold.of(kept)), profile, expired, evidenceSince(time),
        rejudged.map(event -> event.since(time)), own.since(time), itinerary.since(time));
  }

  /** Of a Location to which it comes back later it hears again that time has come. */
  private Map<String, Proof> evidenceSince(long time) {
    Map<String, Proof> kept = new TreeMap<>();
    itinerary.staysFrom(time).forEach(
        stay -> Optional.ofNullable(evidence.get(stay.location())).ifPresent(until -> kept.put(stay.location(), until)));
    return kept;
  }

  /** The stays, without a gap, that lead to the one that lasts just before this time. */
  private List<Stay> presenceAt(long time) {
    List<Stay> all = itinerary.stays();
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
    return whole(all.subList(first, last + 1));
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

  Timeline<GoodsProfile> profile() {
    return profile;
  }

  /** What it is at the end of time. */
  GoodsProfile lastProfile() {
    return profile.last().orElse(GoodsProfile.NONE);
  }

  OwnPlace own() {
    return own;
  }

  GoodsFacts withOwn(OwnPlace other) {
    return new GoodsFacts(opening, moves, events, profile, expired, evidence, rejudged, other, itinerary);
  }

  /** As of this event its own place is told everything. */
  GoodsFacts tellingItselfAll(long version) {
    return withOwn(own.toldAll(version, opening.before()));
  }

  /** Whether it is a Goods, and so its id that of its own place: the registry says so, or it was moved and that says nothing. */
  private boolean isGoods() {
    return own.isRegistered() || !own.isPlace() && newestMade(moves.size()) != Opening.NEVER;
  }

  /** Its presences that reach up to this time or begin later, as stays at itself. */
  private List<Stay> presencesFrom(long time) {
    List<Stay> all = itinerary.stays();
    int next = itinerary.stays().firstThat(stay -> stay.to() >= time);
    while (next > 0 && next < all.size() && all.get(next - 1).to() == all.get(next).from()) {
      next--;
    }
    List<Stay> presences = new ArrayList<>();
    while (next < all.size()) {
      int end = endOfPresence(all, next);
      long from = whole(all.subList(next, end)).get(0).from();
      presences.add(new Stay(own.id(), PlaceType.GOODS, from, all.get(end - 1).to()));
      next = end;
    }
    return presences;
  }

  private static int endOfPresence(List<Stay> stays, int first) {
    int end = first + 1;
    while (end < stays.size() && stays.get(end).from() == stays.get(end - 1).to()) {
      end++;
    }
    return end;
  }

  /** What it says that it is: to its own place also that it is a Goods when nothing is registered of it, or no longer. */
  Timeline<GoodsProfile> profileFor(String location) {
    Timeline<GoodsProfile> told = profile.map(GoodsProfile::withoutRoute);
    return own.is(location) && isGoods() ? told.orElse(GoodsProfile.NONE) : told;
  }

  ExpiredParts expired() {
    return expired;
  }

  Map<String, Proof> evidence() {
    return evidence;
  }

  Itinerary itinerary() {
    return itinerary;
  }

  /** Time of the latest of the first so many moves, and of those before, that was made; {@link Opening#NEVER} without one. */
  private long newestMade(int count) {
    for (int i = count - 1; i >= 0; i--) {
      if (counts(i) && !moves.get(i).said().isVoid()) {
        return moves.get(i).move().time();
      }
    }
    return opening.newest();
  }

  /** Whether no other record of the move has a higher correction. */
  private boolean counts(int i) {
    return i + 1 == moves.size() || !moves.get(i + 1).move().equals(moves.get(i).move());
  }

  /** Time of the latest accepted record, void or not; 0 without one. */
  long newest() {
    return moves.isEmpty() ? 0 : moves.get(moves.size() - 1).move().time();
  }

  /** The accepted record of a move with this number of correction, whatever it says. */
  Optional<KnownMove> known(Move move, int number) {
    MoveSaid first = new MoveSaid(move, new Correction(number, false).code());
    int i = moves.firstThat(known -> known.said().compareTo(first) >= 0);
    return i < moves.size() && moves.get(i).move().equals(move) && moves.get(i).said().number() == number
        ? Optional.of(moves.get(i))
        : Optional.empty();
  }

  /** Where the Goods was if these records, which are not known, are accepted as well. */
  Itinerary itineraryWith(List<MoveSaid> more) {
    if (more.isEmpty()) {
      return itinerary;
    }
    int kept = positionFrom(earliest(more));
    List<MoveSaid> later =
        Stream.concat(moves.from(kept).stream().map(KnownMove::said), more.stream().map(MoveSaid::shared)).sorted().toList();
    boolean started = newestMade(kept) != Opening.NEVER;
    return itinerary.goingOn(started, earliest(more), MoveSaid.counting(later));
  }

  private int positionFrom(long time) {
    return moves.firstThat(known -> known.move().time() >= time);
  }

  /** Nothing before this time is changed by these moves. */
  static long earliest(List<MoveSaid> records) {
    return records.stream().mapToLong(said -> said.move().time()).min().orElse(Stay.OPEN);
  }

  /**
   * @param version of the event that brings these records
   * @param offsets of their records
   * @param with what {@link #itineraryWith} gives for them
   */
  GoodsFacts withMoves(long version, List<MoveSaid> more, long[] offsets, List<String> touched, Itinerary with) {
    if (more.isEmpty()) {
      return this;
    }
    List<String> shared = touched.stream().map(String::intern).toList();
    long from = earliest(more);
    int kept = positionFrom(from);
    List<KnownMove> later = new ArrayList<>(moves.from(kept));
    for (int i = 0; i < more.size(); i++) {
      later.add(new KnownMove(more.get(i).move().shared(), more.get(i).correction(), offsets[i], version, shared));
    }
    later.sort(Comparator.comparing(KnownMove::said));
    EventTold event = new EventTold(version, from, shared);
    return new GoodsFacts(opening, moves.first(kept).then(later), events.then(List.of(event)), profile, expired, evidence, rejudged, own, with);
  }

  GoodsFacts withProfile(Timeline<GoodsProfile> newProfile) {
    return new GoodsFacts(opening, moves, events, newProfile, ExpiredParts.of(newProfile), evidence, rejudged, own, itinerary);
  }

  GoodsLaw law() {
    return itinerary.law();
  }

  /** Where it was by another law. */
  Itinerary itineraryBy(GoodsLaw other) {
    return Itinerary.of(other, opening, MoveSaid.counting(moves.stream().map(KnownMove::said).toList()));
  }

  /** Judged by another law, before anything was told to anybody. */
  GoodsFacts beginningBy(GoodsLaw other) {
    return new GoodsFacts(opening, moves, events, profile, expired, evidence, rejudged, own, itineraryBy(other));
  }

  /**
   * @param version of the event that brings this law
   * @param touched the Locations that have to hear of it, those that had to hear of an earlier one included
   */
  GoodsFacts withLaw(long version, GoodsLaw other, List<String> touched) {
    Optional<EventTold> told = touched.isEmpty() ? rejudged : Optional.of(new EventTold(version, opening.before(), touched));
    return new GoodsFacts(opening, moves, events, profile, expired, evidence, told, own, itineraryBy(other));
  }

  /** The latest event that brought a law by which the Goods was somewhere else; it stands for those before it. */
  Optional<EventTold> rejudged() {
    return rejudged;
  }

  GoodsFacts withEvidence(String location, Proof proof) {
    Map<String, Proof> more = new TreeMap<>(evidence);
    more.put(location, proof);
    return new GoodsFacts(opening, moves, events, profile, expired, more, rejudged, own, itinerary);
  }

  /** What a Location last said of its clock. */
  Proof proofOf(String location) {
    return evidence.getOrDefault(location, Proof.NONE);
  }

  /** How far time has come by the moves that were made; {@link Opening#NEVER} without one. */
  long provenByMoves() {
    return newestMade(moves.size());
  }

  /** How far moves, or the clock of the Location where it is, show that time has come. */
  long provenAt(String location) {
    return Math.max(provenByMoves(), proofOf(location).time());
  }

  /** How far it is known when it expires; what is over is known. */
  long provenTo() {
    List<Stay> stays = itinerary.stays();
    boolean isOutside = stays.isEmpty() || !stays.get(stays.size() - 1).isOpen();
    return isOutside ? Stay.OPEN : provenAt(stays.get(stays.size() - 1).location());
  }

  /**
   * What has to be said to a Location so that it knows what followed from an event and from those after it.
   *
   * @param event its version; one after the last event: nothing followed, so that only the previous words are named
   */
  Saying saying(String location, long event) {
    Saying ofMoves = sayingOfMoves(location, event);
    Saying ofLaws = rejudged.filter(law -> law.touches(location)).map(law -> ofMoves.and(law, event)).orElse(ofMoves);
    return own.told().filter(all -> all.touches(location)).map(all -> ofLaws.and(all, event)).orElse(ofLaws);
  }

  private Saying sayingOfMoves(String location, long event) {
    long from = Stay.OPEN;
    for (int i = events.size() - 1; i >= 0; i--) {
      EventTold taken = events.get(i);
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
  record Saying(long previous, long from) {

    private Saying and(EventTold other, long event) {
      return other.version() < event
          ? new Saying(Math.max(previous, other.version()), from)
          : new Saying(previous, Math.min(from, other.from()));
    }
  }

  /** The end of the last stay at a Location that ends up to this time, {@link Opening#NEVER} if none is known. */
  long lastEndAt(String location, long time) {
    boolean isOwn = own.is(location) && isGoods();
    List<Stay> stays = itinerary.stays();
    for (int i = stays.size() - 1; i >= 0; i--) {
      boolean counts = isOwn ? endOfPresence(stays, i) == i + 1 : stays.get(i).location().equals(location);
      if (stays.get(i).to() <= time && counts) {
        return stays.get(i).to();
      }
    }
    return Opening.NEVER;
  }

  /** The stays at a Location that end after this time; at itself it is as long as it is anywhere. */
  List<Stay> staysAt(String location, long time) {
    if (own.is(location) && isGoods()) {
      return presencesFrom(time).stream().filter(stay -> stay.to() > time).toList();
    }
    return itinerary.staysFrom(time).stream()
        .filter(stay -> stay.to() > time && stay.location().equals(location))
        .toList();
  }

  /** Where the stays begin to be others than in another itinerary; {@link Stay#OPEN} if they do not. */
  long firstDifference(Itinerary other) {
    List<Stay> was = other.stays();
    List<Stay> are = itinerary.stays();
    int same = 0;
    while (same < Math.min(was.size(), are.size()) && was.get(same).equals(are.get(same))) {
      same++;
    }
    long gone = same < was.size() ? was.get(same).from() : Stay.OPEN;
    long come = same < are.size() ? are.get(same).from() : Stay.OPEN;
    return Math.min(gone, come);
  }

  /** The Locations that have to hear of it where these facts become others, with the same stays before this time; sorted. */
  List<String> toTell(GoodsFacts others, long since) {
    Set<String> locations = new TreeSet<>(differing(others.itinerary, since));
    locations.remove(own.id());
    if ((own.listens() || own.isPlace() || others.own.isPlace()) && !saysTheSameToItself(others, since)) {
      locations.add(own.id());
    }
    return List.copyOf(locations);
  }

  private boolean saysTheSameToItself(GoodsFacts others, long since) {
    return staysAt(own.id(), since).equals(others.staysAt(own.id(), since)) && profileFor(own.id()).equals(others.profileFor(own.id()));
  }

  /** The Locations at which the stays are not the same in another itinerary, alike before this time; sorted. */
  private List<String> differing(Itinerary other, long since) {
    Set<Stay> was = new HashSet<>(itinerary.staysFrom(since));
    Set<Stay> is = new HashSet<>(other.staysFrom(since));
    Set<String> locations = new TreeSet<>();
    was.stream().filter(stay -> !is.contains(stay)).forEach(stay -> locations.add(stay.location()));
    is.stream().filter(stay -> !was.contains(stay)).forEach(stay -> locations.add(stay.location()));
    return List.copyOf(locations);
  }
}
