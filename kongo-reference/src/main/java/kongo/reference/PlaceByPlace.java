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
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.Registration;
import kongo.rules.RuleBook;
import kongo.violation.Violation;

/**
 * The reference asked in steps, so that the readings of one Location at a time have to be at hand: first it is told of
 * every id, then it is asked about each Location, at last about the Goods themselves. It may be asked about several
 * Locations at once by several threads.
 */
public final class PlaceByPlace {

  private static final long NOTHING = Long.MIN_VALUE;

  private final Map<String, PlaceProfile> profiles = new HashMap<>();
  private final SortedMap<String, Way> ways = new TreeMap<>();
  private final SortedMap<String, List<Visit>> visits = new TreeMap<>();
  private final Map<String, Long> newestReadings = new ConcurrentHashMap<>();
  private final Horizons horizons;

  /** Of whose {@link #horizons} nobody asks. */
  PlaceByPlace() {
    this(Duration.ZERO);
  }

  /** @param kept how long before the newest event the books are kept open */
  public PlaceByPlace(Duration kept) {
    this.horizons = new Horizons(kept);
  }

  /** Tells everything about one id, once: the registry's last word on it, and its moves if it is a Goods. */
  public void tell(String id, Optional<Registration> last, Set<Move> moves) {
    last.filter(PlaceProfile.class::isInstance).ifPresent(place -> profiles.put(id, (PlaceProfile) place));
    if (!moves.isEmpty()) {
      synchronized (horizons) {
        horizons.tellMoves(id, moves);
      }
      // a Goods without a profile, or whose id was last registered as a place, has none
      GoodsProfile profile =
          last.filter(GoodsProfile.class::isInstance).map(GoodsProfile.class::cast).orElse(GoodsProfile.NONE);
      Way way = Way.of(id, profile, moves);
      ways.put(id, way);
      way.visits().forEach(visit -> visits.computeIfAbsent(visit.stay().location(), l -> new ArrayList<>()).add(visit));
    }
  }

  /** The Locations where Goods stayed: those that have to be asked about even if nothing was measured there. */
  public SortedSet<String> visited() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(visits.keySet()));
  }

  /** All excursions at one Location, given everything that was measured there. */
  public List<Violation> excursions(RuleBook book, String location, Map<SeriesKey, Series> measured) {
    measured.values().forEach(series -> newestReadings.merge(location, series.time(series.size() - 1), Math::max));
    synchronized (horizons) {
      horizons.tellReadings(location, measured);
    }
    List<Visit> here = visits.getOrDefault(location, List.of());
    Place place = new Place(location, Optional.ofNullable(profiles.get(location)), measured, here);
    return book.rules().stream().flatMap(rule -> Excursions.of(rule, place).stream()).toList();
  }

  /** From when on what was published has to be the same; to be asked for when every Location has been asked about. */
  public Horizons horizons() {
    return horizons;
  }

  /** All misplacements and expiries; to be asked for when every Location has been asked about. */
  public List<Violation> ofGoods() {
    List<Violation> found = new ArrayList<>();
    for (Way way : ways.values()) {
      way.misplacements().forEach(found::add);
      way.expiries(location -> newestReadings.getOrDefault(location, NOTHING)).forEach(found::add);
    }
    return found;
  }
}
