package kongo.doctor.symptom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Remembered;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.Rule;

/** Goods that a rule protects came to a place where nobody measures what the rule is about. */
final class UnmeasuredPlaces implements Symptom {

  private static final Heading UNWATCHED = new Heading(
      "unmeasured-places", Urgency.FIX, Counted.MOVES,
      "Places where Goods came that a rule protects, and where nobody measures what it is about. There the Goods are not watched. "
          + "Is a sensor missing, does it name another place or metric, or does it not send?");
  private static final Heading NOWHERE = new Heading(
      "metrics-measured-nowhere", Urgency.KNOW, Counted.PLACES,
      "Metrics that a rule for Goods needs, and that no place of a kind measures. If it is meant, say in the rule where it holds (at).");

  /** What is needed at a place, each with a Goods and a record that brought it there. */
  private static final class Place {
    final Map<String, Need> needed = new TreeMap<>();
    final Set<String> measured = new HashSet<>();
    boolean reports;
  }

  /** Goods that need a metric at a place. */
  private static final class Need {
    final String goods;
    final String rule;
    final RecordAt at;
    long moves;
    private RecordAt last;

    Need(String goods, String rule, RecordAt at) {
      this.goods = goods;
      this.rule = rule;
      this.at = at;
      this.last = at;
      this.moves = 1;
    }

    /** Several rules may need the metric for one move. */
    void take(RecordAt record) {
      if (!record.equals(last)) {
        last = record;
        moves++;
      }
    }

    String words() {
      return "for " + goods + " (rule " + rule + ")";
    }
  }

  private record Somewhere(Optional<PlaceType> type, String metric) {}

  private static final Comparator<Need> MOST_MOVES = Comparator.comparingLong(need -> need.moves);

  private final Vocabularies names;
  private final Registered registered;
  private final Memory memory;
  private final Remembered<String, Place> places;
  private final Set<Somewhere> measured = new HashSet<>();

  UnmeasuredPlaces(Vocabularies names, Registered registered, Memory memory) {
    this.names = names;
    this.registered = registered;
    this.memory = memory;
    this.places = memory.remembered();
  }

  @Override
  public void moved(RecordAt at, String goods, Move move) {
    String destination = move.destination();
    Optional<GoodsProfile> profile = registered.goods(goods);
    if (destination.equals(Move.OUTSIDE) || profile.isEmpty()) {
      return;
    }
    for (Rule rule : names.at(move.time()).measuring()) {
      if (rule.categories().stream().anyMatch(profile.get().categories()::contains) && !rule.excludes(registered.place(destination))) {
        places.of(destination, Place::new).ifPresent(place -> need(place, rule, goods, at));
      }
    }
  }

  private static void need(Place place, Rule rule, String goods, RecordAt at) {
    String metric = Vocabulary.metric(rule).orElseThrow();
    place.needed.computeIfAbsent(metric, m -> new Need(goods, rule.name(), at)).take(at);
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    if (names.at(reading.time()).metrics().contains(reading.metric())) {
      measured.add(new Somewhere(registered.place(location), reading.metric()));
    }
    places.known(location).ifPresent(place -> {
      place.reports = true;
      if (place.needed.containsKey(reading.metric())) {
        place.measured.add(reading.metric());
      }
    });
  }

  @Override
  public List<Finding> findings() {
    Sightings unwatched = new Sightings(memory);
    Sightings nowhere = new Sightings(memory);
    places.forEach((id, place) -> {
      List<String> missing = missing(id, place);
      missing.stream().map(place.needed::get).max(MOST_MOVES)
          .ifPresent(need -> unwatched.addMany(id, need.moves, need.at, says(missing, need)));
      place.needed.forEach((metric, need) -> {
        if (!place.measured.contains(metric) && !missing.contains(metric)) {
          String kind = kind(registered.place(id));
          nowhere.add(metric + " at " + kind, need.at, () -> "such as at " + id + ", " + need.words());
        }
      });
    });
    return Stream.of(unwatched.findings(UNWATCHED), nowhere.findings(NOWHERE)).flatMap(List::stream).toList();
  }

  /** What is needed at a place and missed there: all of a place without sensors, and of others what places like it measure. */
  private List<String> missing(String id, Place place) {
    List<String> missing = new ArrayList<>(place.needed.keySet());
    missing.removeAll(place.measured);
    if (place.reports) {
      missing.removeIf(metric -> !measured.contains(new Somewhere(registered.place(id), metric)));
    }
    return missing;
  }

  private static String says(List<String> missing, Need need) {
    return "no " + String.join(", no ", missing) + ", " + need.words();
  }

  private static String kind(Optional<PlaceType> type) {
    if (type.isEmpty()) {
      return "places that are not registered";
    }
    return switch (type.get()) {
      case TRUCK -> "trucks";
      case WAREHOUSE -> "warehouses";
      case GOODS -> "Goods";
    };
  }
}
