package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kongo.alarm.Incident;
import kongo.alarm.IncidentChange;
import kongo.alarm.Incidents;
import kongo.reference.SmallAlarms.Published;
import kongo.reference.SmallWorlds.Feature;
import kongo.rules.RuleHistory;
import kongo.violation.Kind;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** Section 13: what is kept as revisions come is what all of them together say. */
class IncidentsTest {

  private static final int WORLDS = Integer.getInteger("kongo.worlds", 3_000);

  @Test
  void areAtEachMomentWhatTheReferenceSays() {
    for (long seed = 0; seed < WORLDS; seed++) {
      SmallAlarms alarms = SmallAlarms.generate(seed);
      Told told = new Told(seed, alarms.history());
      alarms.delivered().forEach(told::take);
    }
  }

  @Test
  void areTheSameInWhicheverOrderTheRevisionsCome() {
    for (long seed = 0; seed < WORLDS / 10; seed++) {
      SmallAlarms alarms = SmallAlarms.generate(seed);
      List<Published> other = new ArrayList<>(alarms.delivered());
      Collections.shuffle(other, new Random(~seed));
      assertThat(taken(alarms.history(), other)).as("seed %d", seed).isEqualTo(taken(alarms.history(), alarms.delivered()));
    }
  }

  @Test
  void areOfWholeWorldsWhatTheReferenceSays() {
    for (long seed = 0; seed < WORLDS / 10; seed++) {
      SmallWorld world = SmallWorlds.generate(seed, EnumSet.allOf(Feature.class));
      List<Published> revisions = new ArrayList<>(world.expected().values().stream().map(each -> new Published(1, each)).toList());
      Collections.shuffle(revisions, new Random(seed));
      assertThat(taken(world.history(), revisions)).as("seed %d", seed)
          .isEqualTo(NaiveIncidents.of(world.history(), world.expected().values()));
    }
  }

  @Test
  void theWorldsHaveOfEverythingSome() {
    int large = 0;
    int parted = 0;
    int silent = 0;
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Set<String> sensors = new HashSet<>();
    for (long seed = 0; seed < 2_000; seed++) {
      SmallAlarms alarms = SmallAlarms.generate(seed);
      Incidents incidents = new Incidents(alarms.history());
      for (Published each : alarms.delivered()) {
        kinds.add(each.violation().kind());
        sensors.add(each.violation().sensor());
        List<IncidentChange> changes = incidents.take(each.revision(), each.violation());
        large += changes.stream().anyMatch(change -> change.incident().violations() > 3) ? 1 : 0;
        parted += changes.stream().filter(change -> !change.isGone()).count() > 1 ? 1 : 0;
        silent += changes.isEmpty() ? 1 : 0;
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    assertThat(sensors).hasSizeGreaterThan(1);
    assertThat(List.of(large, parted, silent)).as("%d, %d, %d", large, parted, silent).allMatch(count -> count > 100);
  }

  private static SortedMap<String, Incident> taken(RuleHistory history, List<Published> revisions) {
    Incidents incidents = new Incidents(history);
    revisions.forEach(each -> incidents.take(each.revision(), each.violation()));
    return byId(incidents.all());
  }

  /** No two of them have one id. */
  static SortedMap<String, Incident> byId(Collection<Incident> incidents) {
    return incidents.stream().collect(Collectors.toMap(Incident::id, each -> each, (one, other) -> {
      throw new IllegalStateException("two incidents have one id: " + one + " and " + other);
    }, TreeMap::new));
  }

  /** Who reads what is told, beside what the reference says at each moment. */
  private static final class Told {

    private final String as;
    private final RuleHistory history;
    private final Incidents incidents;
    private final Map<String, Published> highest = new HashMap<>();
    private final SortedMap<String, Incident> announced = new TreeMap<>();
    private List<Violation> set = List.of();
    private SortedMap<String, Incident> expected = new TreeMap<>();

    Told(long seed, RuleHistory history) {
      this.as = "seed " + seed;
      this.history = history;
      this.incidents = new Incidents(history);
    }

    void take(Published next) {
      List<IncidentChange> changes = incidents.take(next.revision(), next.violation());
      List<Violation> before = set;
      SortedMap<String, Incident> were = expected;
      highest.merge(next.violation().id(), next, (known, other) -> other.revision() > known.revision() ? other : known);
      set = highest.values().stream().map(Published::violation).filter(each -> each.status() != Status.RETRACTED).toList();
      expected = NaiveIncidents.of(history, set);
      assertThat(byId(incidents.all())).as(as).isEqualTo(expected);
      assertThat(changes).as(as).containsExactlyInAnyOrderElementsOf(changes(before, were));
      changes.forEach(this::announce);
      assertThat(compared(announced)).as(as).isEqualTo(compared(expected));
    }

    private void announce(IncidentChange change) {
      if (change.isGone()) {
        assertThat(announced.remove(change.incident().id())).as(as).isNotNull();
        assertThat(announced.keySet()).as(as).containsAll(change.into());
      } else {
        announced.put(change.incident().id(), change.incident());
      }
    }

    private List<IncidentChange> changes(List<Violation> before, SortedMap<String, Incident> were) {
      List<IncidentChange> changes = new ArrayList<>();
      expected.values().stream()
          .filter(each -> !were.containsKey(each.id()) || !compared(each).equals(compared(were.get(each.id()))))
          .forEach(each -> changes.add(new IncidentChange(each, List.of())));
      were.values().stream().filter(each -> !expected.containsKey(each.id()))
          .forEach(each -> changes.add(new IncidentChange(with(each, Status.RETRACTED, each.worst()), into(each, before))));
      return changes;
    }

    private List<String> into(Incident gone, List<Violation> before) {
      List<String> held = before.stream().filter(each -> holds(gone, each)).map(Violation::id).toList();
      return expected.values().stream()
          .filter(incident -> set.stream().anyMatch(each -> held.contains(each.id()) && holds(incident, each)))
          .map(Incident::id)
          .sorted()
          .toList();
    }

    /** Those of one condition do not reach each other, so whatever begins within one is its own. */
    private static boolean holds(Incident incident, Violation violation) {
      boolean isAlone = EnumSet.of(Kind.EXPIRED, Kind.MISPLACED, Kind.MISROUTED, Kind.OVERSTAY).contains(violation.kind());
      boolean isAlike = incident.location().equals(violation.location()) && incident.rule().equals(violation.rule())
          && incident.sensor().equals(violation.sensor()) && incident.owner().equals(incident.location());
      boolean isWithin = incident.from() <= violation.from() && (incident.to() == null || violation.from() <= incident.to());
      return isAlone ? incident.id().equals(violation.id()) : isAlike && isWithin;
    }
  }

  /** As far as what was told of them has to be the same. */
  static List<Incident> compared(SortedMap<String, Incident> incidents) {
    return incidents.values().stream().map(IncidentsTest::compared).toList();
  }

  /** While it is OPEN its worst value is that at publication. */
  private static Incident compared(Incident incident) {
    return with(incident, incident.status(), incident.status() == Status.OPEN ? null : incident.worst());
  }

  private static Incident with(Incident like, Status status, Double worst) {
    return new Incident(
        like.id(), like.owner(), like.kind(), like.rule(), like.location(), like.sensor(), like.from(), like.to(), status, like.severity(),
        like.violations(), like.goods(), like.goodsIds(), worst);
  }
}
