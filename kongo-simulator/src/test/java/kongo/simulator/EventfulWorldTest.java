package kongo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.protocol.Feed;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RuleBookRecord;
import kongo.protocol.SensorRecord;
import kongo.registry.PlaceProfile;
import kongo.registry.Registration;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.simulator.books.BookChanges;
import kongo.simulator.books.BookPlan;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.Devices;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** The dense world with all that people send, and what the reference makes of it. */
class EventfulWorldTest {

  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final Share MISTAKES = new Share(0.005, Duration.ofMinutes(10));
  private static final Disorder SOME_MISTAKES =
      new Disorder(Share.NONE, Share.NONE, Duration.ZERO, Share.NONE, false, 0, MISTAKES);
  private static final String TEMPERATURE = "temperature";

  /** As two minutes of the demo. */
  @Test
  void showsEveryKindWithinTwoHoursByBooksThatChange() {
    for (RuleBook configured : List.of(RuleBooks.original(), RuleBooks.shipped())) {
      for (long seed = 1; seed <= 3; seed++) {
        SteadySettings settings = eventful(seed);
        Judged judged = Judged.of(records(settings));
        List<Violation> violations = judged.violations(books(configured, settings));
        Map<Kind, Integer> found = Judged.byKind(violations);
        assertThat(found).containsOnlyKeys(Kind.values());
        assertThat(found.get(Kind.SILENCE)).as("silences").isGreaterThan(4);
        assertThat(found.get(Kind.OVERSTAY)).as("overstays").isGreaterThan(5);
        assertThat(violations).as("at a Goods itself").anyMatch(each -> isAtItself(each, Kind.ENVIRONMENT)).anyMatch(each -> isAtItself(each, Kind.SILENCE));
        assertThat(violations.stream().map(Violation::severity).distinct()).hasSizeGreaterThan(2);
      }
    }
  }

  private static boolean isAtItself(Violation violation, Kind kind) {
    return violation.kind() == kind && violation.location().equals(violation.goods());
  }

  @Test
  void hasEachKindOfRecord() {
    List<SimulatedRecord> sent = new ArrayList<>();
    records(eventful(1)).forEachRemaining(sent::add);
    Judged judged = Judged.of(sent.iterator());

    assertThat(judged.refusals).isEmpty();
    assertThat(judged.readings).anyMatch(SensorRecord::byGoods).anyMatch(each -> each.correction().isVoid()).anyMatch(each -> each.correction().number() > 1);
    assertThat(judged.moves).anyMatch(each -> each.correction().isVoid()).anyMatch(each -> each.move().type() == MoveType.MOVE);
    assertThat(units(sent)).contains("[degF]", "K", "1", "klx", "[in_i]", "m/s2", "m/s");
    assertThat(values(judged, TEMPERATURE)).contains(-127.0, 85.0, -999.0);
    assertThat(judged.registrations).anyMatch(each -> each.registration() == Registration.DELETED)
        .anyMatch(each -> each.from().orElse(-1) == 0)
        .anyMatch(each -> each.registration() instanceof PlaceProfile place && each.from().isPresent() && place.hasMaxWeight());
  }

  @Test
  void registersSomeAheadAndSomeOfTheTimeBefore() {
    List<Long> ahead = new ArrayList<>();
    Judged judged = Judged.of(records(eventful(1)));
    List<SimulatedRecord> sent = new ArrayList<>();
    records(eventful(1)).forEachRemaining(sent::add);
    List<SimulatedRecord> registry = sent.stream().filter(each -> each.feed() == Feed.REGISTRY).toList();
    for (int i = 0; i < registry.size(); i++) {
      RegistryRecord said = judged.registrations.get(i);
      if (said.from().isPresent() && said.from().getAsLong() > 0) {
        ahead.add(said.from().getAsLong() - registry.get(i).time());
      }
    }
    assertThat(ahead).anyMatch(millis -> millis > 0).anyMatch(millis -> millis == 0).anyMatch(millis -> millis < 0);
  }

  @Test
  void silencesThermometersAloneAndWholePlaces() {
    Judged judged = Judged.of(records(eventful(1)));
    Map<String, TreeSet<Long>> temperatures = times(judged, Set.of(TEMPERATURE));
    Map<String, TreeSet<Long>> all = times(judged, Set.of(TEMPERATURE, "humidity"));
    assertThat(temperatures.keySet()).anyMatch(place -> gap(temperatures.get(place)) > 600_000 && gap(all.get(place)) < 120_000);
    assertThat(all.keySet()).anyMatch(place -> gap(all.get(place)) > 600_000);
    assertThat(times(Judged.of(records(SteadySettings.DENSE)), Set.of(TEMPERATURE)).values()).allMatch(times -> gap(times) < 120_000);
  }

  private static long gap(TreeSet<Long> times) {
    long longest = 0;
    for (long time : times) {
      Long before = times.lower(time);
      longest = Math.max(longest, before == null ? 0 : time - before);
    }
    return longest;
  }

  /** Ghosts count as well: they are a millisecond before something that was measured. */
  private static Map<String, TreeSet<Long>> times(Judged judged, Set<String> metrics) {
    Map<String, TreeSet<Long>> times = new HashMap<>();
    judged.readings.stream().filter(each -> metrics.contains(each.reading().metric()) && !each.correction().isVoid())
        .forEach(each -> times.computeIfAbsent(each.location(), place -> new TreeSet<>()).add(each.reading().time()));
    return times;
  }

  @Test
  void unitsChangeNoValue() {
    SteadySettings dense = SteadySettings.DENSE;
    Judged plain = Judged.of(new WorldStream(new SteadyWorld(dense), Bounds.ofEvents(5_000)));
    SteadySettings inUnits = dense.with(dense.journeys(), new Devices(0, 0, 0, 0.7));
    Judged converted = Judged.of(new WorldStream(new SteadyWorld(inUnits), Bounds.ofEvents(5_000)));
    assertThat(converted.readings).hasSameSizeAs(plain.readings);
    boolean isAnyOther = false;
    for (int i = 0; i < plain.readings.size(); i++) {
      Reading before = plain.readings.get(i).reading();
      Reading after = converted.readings.get(i).reading();
      assertThat(after.value()).as(before.metric()).isCloseTo(before.value(), within(0.011));
      assertThat(after.time()).isEqualTo(before.time());
      isAnyOther |= after.value() != before.value();
    }
    assertThat(isAnyOther).isTrue();
  }

  @Test
  void loggersTravelWithGoodsUntilTheyAreDelivered() {
    SteadySettings dense = SteadySettings.DENSE;
    Judged judged = Judged.of(new WorldStream(new SteadyWorld(dense.with(dense.journeys(), new Devices(1, 0, 0, 0))), Bounds.ofSpan(TWO_HOURS)));
    Set<String> logged = judged.readings.stream().filter(SensorRecord::byGoods).map(SensorRecord::location).collect(Collectors.toSet());
    assertThat(logged).hasSizeGreaterThan(100);
    Map<String, Long> delivered = new HashMap<>();
    judged.moves.stream().filter(each -> each.move().type() == MoveType.DELIVER).forEach(each -> delivered.putIfAbsent(each.goods(), each.move().time()));
    Set<String> registeredOnce = judged.registrations.stream().collect(Collectors.groupingBy(RegistryRecord::id, Collectors.counting()))
        .entrySet().stream().filter(each -> each.getValue() == 1).map(Map.Entry::getKey).collect(Collectors.toSet());
    assertThat(delivered.keySet()).anyMatch(logged::contains);
    assertThat(judged.readings).filteredOn(each -> each.byGoods() && registeredOnce.contains(each.location()))
        .allMatch(each -> each.reading().time() <= delivered.getOrDefault(each.location(), Long.MAX_VALUE));
  }

  @Test
  void givesTheSameRecordsAgain() {
    assertThat(texts(eventful(4))).isEqualTo(texts(eventful(4))).isNotEqualTo(texts(eventful(5)));
  }

  private static List<String> texts(SteadySettings settings) {
    List<String> texts = new ArrayList<>();
    records(settings).forEachRemaining(each -> texts.add(each.feed() + " " + each.key() + " " + text(each)));
    return texts;
  }

  private static String text(SimulatedRecord record) {
    return record.value() == null ? "null" : new String(record.value(), StandardCharsets.UTF_8);
  }

  private static Set<String> units(List<SimulatedRecord> sent) {
    return sent.stream().map(EventfulWorldTest::text).filter(text -> text.contains("\"unit\":\""))
        .map(text -> text.replaceAll(".*\"unit\":\"([^\"]*)\".*", "$1")).collect(Collectors.toSet());
  }

  private static Set<Double> values(Judged judged, String metric) {
    return judged.readings.stream().map(SensorRecord::reading).filter(each -> each.metric().equals(metric)).map(Reading::value).collect(Collectors.toSet());
  }

  private static SteadySettings eventful(long seed) {
    SteadySettings d = SteadySettings.DENSE;
    return new SteadySettings(
        seed, d.start(), d.goods(), d.warehouses(), d.trucks(), d.maxWeightKg(), d.useBy(), d.missedReads(), d.repeatedReads(),
        d.period(), d.stay(), d.betweenFailures(), d.failure(), d.overloads(), d.incompatible(),
        d.journeys().withProfileChanges(0.1), Devices.EVENTFUL);
  }

  private static Simulation records(SteadySettings settings) {
    return new Simulation(new SteadyWorld(settings), Bounds.ofSpan(TWO_HOURS), SOME_MISTAKES, settings.seed());
  }

  private static RuleHistory books(RuleBook configured, SteadySettings settings) {
    BookPlan plan = new BookPlan(4, Duration.ofMinutes(20), 1, settings.stay().multipliedBy(3).dividedBy(2));
    RuleHistory history = RuleHistory.of(configured);
    for (RuleBookRecord each : new BookChanges(plan, configured, settings.start(), settings.seed()).due(Long.MAX_VALUE)) {
      history = history.and(history.version() + 1, each.from(), each.book());
    }
    return history;
  }
}
