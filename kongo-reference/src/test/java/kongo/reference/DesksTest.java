package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kongo.alarm.Incident;
import kongo.desk.DeskCommand;
import kongo.desk.DeskCommand.TakeRevisions;
import kongo.desk.DeskCommand.TakeRules;
import kongo.desk.DeskEvent;
import kongo.desk.DeskSettings;
import kongo.desk.DeskState;
import kongo.alarm.IncidentRevised;
import kongo.reference.SmallAlarms.Published;
import kongo.rules.RuleHistory;
import kongo.violation.Cause;
import kongo.violation.Revision;
import kongo.violation.Source;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What Desks publish, in whatever parts and order they hear of violations and of books, is what section 13 says. */
class DesksTest {

  private static final int WORLDS = Integer.getInteger("kongo.worlds", 3_000) / 3;
  private static final long FOR_EVER = Long.MAX_VALUE / 4;
  private static final Source VIOLATIONS = new Source("kongo.violations", 0);
  private static final Cause CAUSE = new Cause("kongo.sensors", 0, 7, 8);

  @Test
  void sayWhatTheReferenceSaysOfAllViolationsAndBooks() {
    for (long seed = 0; seed < WORLDS; seed++) {
      SmallAlarms alarms = SmallAlarms.generate(seed);
      Desks desks = new Desks(seed, alarms.history(), FOR_EVER);
      desks.takeInParts(alarms.delivered());
      SortedMap<String, Incident> expected = NaiveIncidents.of(alarms.history(), standing(alarms.delivered()));
      assertThat(IncidentsTest.compared(desks.announced())).as("seed %d", seed).isEqualTo(IncidentsTest.compared(expected));
      assertThat(desks.held()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void keepWhatIsWithinTheRetentionAndTellNobodyOfTheRest() {
    int forgotten = 0;
    for (long seed = 0; seed < WORLDS; seed++) {
      SmallAlarms alarms = SmallAlarms.generate(seed);
      long retention = 8 + seed % 8;
      Desks desks = new Desks(seed, alarms.history(), retention);
      List<Published> inTime = inTime(alarms.delivered());
      desks.takeInParts(inTime);
      SortedMap<String, Incident> expected = NaiveIncidents.of(alarms.history(), standing(inTime));
      long since = inTime.stream().mapToLong(one -> reached(one.violation())).max().orElseThrow() - retention;
      SortedMap<String, Incident> kept = since(expected, since);
      List<Incident> older = expected.values().stream().filter(one -> one.from() < since).toList();
      assertThat(IncidentsTest.compared(notOf(older, since(desks.announced(), since)))).as("seed %d", seed).isEqualTo(IncidentsTest.compared(kept));
      assertThat(notOf(older, since(desks.held(), since))).as("seed %d", seed).isEqualTo(kept);
      forgotten += expected.size() - desks.held().size();
    }
    assertThat(forgotten).isPositive();
  }

  /** As time goes on, and those of one violation as they were published: nobody tells more than the retention later. */
  private static List<Published> inTime(List<Published> delivered) {
    List<Published> sorted = new ArrayList<>(delivered);
    sorted.sort(Comparator.comparingLong(one -> reached(one.violation())));
    Map<String, Long> highest = new HashMap<>();
    sorted.removeIf(one -> highest.merge(one.violation().id(), one.revision(), Math::max) > one.revision());
    return sorted;
  }

  private static long reached(Violation violation) {
    return violation.to() == null ? violation.from() : violation.to();
  }

  private static SortedMap<String, Incident> since(SortedMap<String, Incident> incidents, long time) {
    return incidents.values().stream().filter(one -> one.from() >= time)
        .collect(Collectors.toMap(Incident::id, one -> one, (one, other) -> one, TreeMap::new));
  }

  /** What is left of an incident whose beginning is forgotten begins later. */
  private static SortedMap<String, Incident> notOf(List<Incident> older, SortedMap<String, Incident> incidents) {
    SortedMap<String, Incident> others = new TreeMap<>(incidents);
    others.values().removeIf(one -> older.stream().anyMatch(old -> isPartOf(old, one)));
    return others;
  }

  private static boolean isPartOf(Incident old, Incident one) {
    boolean isAlike = old.owner().equals(old.location()) && old.owner().equals(one.owner()) && old.rule().equals(one.rule()) && old.sensor().equals(one.sensor());
    return isAlike && old.from() <= one.from() && (old.to() == null || one.from() <= old.to());
  }

  private static List<Violation> standing(List<Published> all) {
    Map<String, Published> highest = new HashMap<>();
    all.forEach(next -> highest.merge(
        next.violation().id(), next, (known, other) -> other.revision() > known.revision() ? other : known));
    return highest.values().stream().map(Published::violation).filter(each -> each.status() != Status.RETRACTED).toList();
  }

  /** All Desks of a cluster, which may begin anew at any time, and who reads what they publish. */
  private static final class Desks {

    private final Random random;
    private final RuleHistory history;
    private final DeskSettings settings;
    private final Map<String, DeskState> desks = new TreeMap<>();
    private final Map<String, IncidentRevised> read = new HashMap<>();
    private long offset;

    Desks(long seed, RuleHistory history, long retention) {
      this.random = new Random(seed);
      this.history = history;
      this.settings = new DeskSettings(retention);
    }

    void takeInParts(List<Published> delivered) {
      int taken = 0;
      while (taken < delivered.size()) {
        int part = Math.min(delivered.size() - taken, 1 + random.nextInt(3));
        take(delivered.subList(taken, taken + part));
        taken += part;
        if (random.nextInt(6) == 0) {
          hearOf(history.sent().get(random.nextInt(history.sent().size())).offset());
        }
      }
      hearOf(history.version());
    }

    /** A violation is told to whomever it may be the matter of by some book. */
    private void take(List<Published> part) {
      Map<String, List<DeskCommand.Published>> byOwner = new TreeMap<>();
      for (Published one : part) {
        Violation violation = one.violation();
        DeskCommand.Published published =
            new DeskCommand.Published(offset++, 0, new Revision(one.revision(), violation, CAUSE));
        byOwner.computeIfAbsent(violation.location(), first -> new ArrayList<>()).add(published);
        Optional.ofNullable(violation.goods())
            .ifPresent(goods -> byOwner.computeIfAbsent(goods, first -> new ArrayList<>()).add(published));
      }
      byOwner.forEach((owner, published) -> ask(owner, new TakeRevisions(VIOLATIONS, published)));
    }

    private void hearOf(long version) {
      List.copyOf(desks.keySet()).forEach(owner -> ask(owner, new TakeRules(version, CAUSE)));
    }

    private void ask(String owner, DeskCommand command) {
      DeskState desk = desks.computeIfAbsent(owner, id -> DeskState.empty(id, history::upTo, settings));
      Optional<DeskEvent> event = desk.decide(command).event();
      event.ifPresent(each -> desk.apply(desk.version() + 1, each));
      if (settings.retentionMillis() == FOR_EVER) {
        assertThat(desk.decide(command).event()).isEmpty();
      }
      if (random.nextInt(5) == 0) {
        DeskState again = DeskState.restore(owner, history::upTo, settings, desk.snapshot());
        assertThat(again.snapshot()).isEqualTo(desk.snapshot());
        desks.put(owner, again);
      }
      if (event.isPresent()) {
        publish(desks.get(owner).effects());
      }
    }

    private void publish(List<IncidentRevised> effects) {
      effects.forEach(one -> read.merge(
          one.change().incident().id(), one, (known, next) -> next.number() >= known.number() ? next : known));
    }

    SortedMap<String, Incident> announced() {
      return IncidentsTest.byId(read.values().stream().map(one -> one.change().incident()).filter(one -> one.status() != Status.RETRACTED).toList());
    }

    SortedMap<String, Incident> held() {
      return IncidentsTest.byId(desks.values().stream().flatMap(desk -> desk.incidents().stream()).toList());
    }
  }
}
