package kongo.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kongo.goods.Move;
import kongo.location.SeriesKey;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.registry.Timeline;
import kongo.rules.RuleHistory;
import kongo.violation.Violation;

/**
 * The reference asked in steps, so that the readings of one Location at a time have to be at hand: first it is told of
 * every id, then it is asked about each Location, at last about the Goods themselves. It may be asked about several
 * Locations at once by several threads.
 */
public final class PlaceByPlace {

  /** The clock of a Location where nothing has been heard of. */
  public static final long NOTHING = Long.MIN_VALUE;

  private final Map<String, Profiles> profiles = new HashMap<>();
  private final SortedMap<String, Way> ways = new TreeMap<>();
  private final SortedMap<String, List<Visit>> visits = new TreeMap<>();
  private final Map<String, Long> clocks = new ConcurrentHashMap<>();
  private final Set<String> own = ConcurrentHashMap.newKeySet();
  private final Map<RuleHistory, Books> books = new ConcurrentHashMap<>();
  private final Horizons horizons;
  private final Timeline<Long> settle;

  /** Of whose {@link #horizons} nobody asks. */
  PlaceByPlace(RuleHistory history) {
    this(settling(history), Duration.ZERO);
  }

  /**
   * @param settle of all the histories of books by which it is asked, see {@link #settling}
   * @param kept how long before the newest event the books are kept open
   */
  public PlaceByPlace(Timeline<Long> settle, Duration kept) {
    this.settle = settle;
    this.horizons = new Horizons(kept);
  }

  /** What books say when of how long Goods settle, in milliseconds: where Goods were depends on nothing else of them. */
  public static Timeline<Long> settling(RuleHistory history) {
    Timeline<Long> settling = Timeline.none();
    for (RuleHistory.Sent one : history.sent()) {
      settling = settling.from(one.from(), Optional.of(one.book().settleMillis()));
    }
    return settling;
  }

  /** Tells everything about one id of which the registry's last word counts for all time. */
  public void tell(String id, Optional<Registration> last, Moves records) {
    tell(id, last.map(Profiles::always).orElse(Profiles.NONE), records);
  }

  /** Tells everything about one id, once: what the registry says of it, and its moves if it is a Goods. */
  public void tell(String id, Profiles said, Moves records) {
    Set<Move> moves = records.counting();
    profiles.put(id, said);
    synchronized (horizons) {
      horizons.tellMoves(id, records.all());
    }
    if (!moves.isEmpty()) {
      Way way = Way.of(id, said, moves, time -> settle.at(time).orElseThrow());
      ways.put(id, way);
      way.visits().forEach(visit -> visits.computeIfAbsent(visit.stay().location(), l -> new ArrayList<>()).add(visit));
    }
  }

  /** The Locations where Goods stayed: those that have to be asked about even if nothing was measured there. */
  public SortedSet<String> visited() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(visits.keySet()));
  }

  /**
   * All excursions at one Location, given everything that was measured there.
   *
   * @param provenTime see {@link AcceptedEvents#provenTimes}, {@link #NOTHING} without a reading
   */
  public List<Violation> excursions(RuleHistory history, String location, Map<SeriesKey, Series> measured, long provenTime) {
    return excursions(history, location, measured, provenTime, false);
  }

  /**
   * The same where not all that was measured is at hand any more.
   *
   * @param namedAsGoods whether a reading that is not, and counts, named a Goods
   */
  public List<Violation> excursions(
      RuleHistory history, String location, Map<SeriesKey, Series> measured, long provenTime, boolean namedAsGoods) {
    synchronized (horizons) {
      horizons.tellReadings(location, measured);
    }
    boolean isOwn = isOwn(location, measured, namedAsGoods);
    if (isOwn) {
      own.add(location);
    }
    List<Visit> here = here(location, isOwn);
    long clock = here.stream().mapToLong(PlaceByPlace::latestBound).reduce(provenTime, Math::max);
    clocks.put(location, clock);
    Place place = new Place(books(history), location, said(location), isOwn, measured, here, clock);
    return place.books().names().stream().flatMap(rule -> Judges.of(rule, place).stream()).toList();
  }

  /** Those that moves led there, and of a Goods' own place the Goods itself, whether or not a move led it there. */
  private List<Visit> here(String location, boolean isOwn) {
    List<Visit> here = new ArrayList<>(visits.getOrDefault(location, List.of()));
    here.removeIf(visit -> isOwn && visit.goods().equals(location));
    if (isOwn && ways.containsKey(location)) {
      ways.get(location).visitsAtItself().forEach(here::add);
    }
    return here;
  }

  /** Section 12: whether a place is a Goods' own. */
  private boolean isOwn(String location, Map<SeriesKey, Series> measured, boolean namedAsGoods) {
    return said(location).type()
        .map(type -> type == PlaceType.GOODS)
        .orElseGet(() -> namedAsGoods || ways.containsKey(location) || measured.values().stream().anyMatch(Series::isOfGoods));
  }

  private Profiles said(String id) {
    return profiles.getOrDefault(id, Profiles.NONE);
  }

  private Books books(RuleHistory history) {
    return books.computeIfAbsent(history, Books::new);
  }

  private static long latestBound(Visit visit) {
    return visit.stay().isOpen() ? visit.stay().from() : visit.stay().to();
  }

  /** From when on what was published has to be the same; to be asked for when every Location has been asked about. */
  public Horizons horizons() {
    return horizons;
  }

  /** All misplacements, wrong ways and expiries; to be asked for when every Location has been asked about. */
  public List<Violation> ofGoods(RuleHistory history) {
    Books byTime = books(history);
    List<Violation> found = new ArrayList<>();
    for (Way way : ways.values()) {
      way.misplacements(byTime).forEach(found::add);
      way.misroutings(byTime).forEach(found::add);
      way.expiries(location -> provenAt(location, way.goods()), byTime).forEach(found::add);
    }
    return found;
  }

  /** Section 12: the clock of its own place proves no expiry, though a move led it there. */
  private long provenAt(String location, String goods) {
    return location.equals(goods) && own.contains(location) ? NOTHING : clocks.getOrDefault(location, NOTHING);
  }
}
