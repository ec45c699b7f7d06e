package kongo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kongo.protocol.Feed;
import kongo.protocol.Reason;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.Devices;
import kongo.simulator.world.Journeys;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {

  private static final Share SOME = new Share(0.2, Duration.ofMinutes(30));
  private static final Duration HOUR = Duration.ofHours(1);

  static Stream<Disorder> disorders() {
    return Stream.of(
        Disorder.NONE,
        new Disorder(SOME, Share.NONE, Duration.ZERO, Share.NONE, false, 0),
        new Disorder(Share.NONE, SOME, Duration.ZERO, Share.NONE, false, 0),
        new Disorder(Share.NONE, Share.NONE, Duration.ofMinutes(20), Share.NONE, false, 0),
        new Disorder(Share.NONE, Share.NONE, Duration.ZERO, SOME, false, 0),
        new Disorder(Share.NONE, Share.NONE, Duration.ZERO, Share.NONE, true, 0),
        new Disorder(Share.NONE, Share.NONE, Duration.ZERO, Share.NONE, false, 0.05),
        new Disorder(Share.NONE, Share.NONE, Duration.ZERO, Share.NONE, false, 0, SOME),
        new Disorder(SOME, SOME, Duration.ofMinutes(5), SOME, true, 0.01, SOME));
  }

  @ParameterizedTest
  @MethodSource("disorders")
  void givesTheSameRecordsAgain(Disorder disorder) {
    assertThat(all(steady(disorder))).isEqualTo(all(steady(disorder)));
    assertThat(all(classic(disorder))).isEqualTo(all(classic(disorder)));
  }

  @ParameterizedTest
  @MethodSource("disorders")
  void keepsTheSetOfEventsWhateverTheDisorder(Disorder disorder) {
    List<String> ordered = events(steady(Disorder.NONE));
    List<String> disordered = events(steady(disorder));
    assertThat(sorted(disordered)).isEqualTo(sorted(ordered));
    assertThat(disordered.equals(ordered)).isEqualTo(disorder.equals(Disorder.NONE) || isAddition(disorder));
    assertThat(Judged.of(steady(disorder)).violations()).isEqualTo(Judged.of(steady(Disorder.NONE)).violations());
  }

  /** Those that put something between the events and leave these in place. */
  private static boolean isAddition(Disorder disorder) {
    return disorder.lateRfid() == Share.NONE
        && disorder.offline() == Share.NONE
        && disorder.shuffle().isZero()
        && !disorder.registryLast();
  }

  @ParameterizedTest
  @MethodSource("disorders")
  void neverSendsBackInTime(Disorder disorder) {
    long last = Long.MIN_VALUE;
    for (Simulation sending = steady(disorder); sending.hasNext(); ) {
      SimulatedRecord next = sending.next();
      assertThat(next.sendAt()).isGreaterThanOrEqualTo(last);
      last = next.sendAt();
    }
  }

  @Test
  void differsBySeed() {
    assertThat(all(new Simulation(new ClassicWorld(classicSettings(1)), Bounds.ofTurns(2), Disorder.NONE, 1)))
        .isNotEqualTo(all(new Simulation(new ClassicWorld(classicSettings(2)), Bounds.ofTurns(2), Disorder.NONE, 1)));
  }

  @ParameterizedTest
  @MethodSource("disorders")
  void continuesWhereAnotherStopped(Disorder disorder) {
    Simulation first = steady(disorder);
    List<SimulatedRecord> begun = new ArrayList<>();
    while (begun.size() < 1_234) {
      begun.add(first.next());
    }
    first.end();
    first.forEachRemaining(begun::add);
    List<String> sent = new ArrayList<>(events(begun.iterator()));
    sent.addAll(events(steady(disorder).skip(first.made())));
    assertThat(sorted(sent)).isEqualTo(sorted(events(steady(Disorder.NONE))));
  }

  @Test
  void sendsEverythingThatIsHeldBackWhenItEnds() {
    Disorder disorder = new Disorder(new Share(1, Duration.ofDays(3_000)), Share.NONE, Duration.ZERO, Share.NONE, false, 0);
    Simulation sending = new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.NONE, disorder, 1);
    List<SimulatedRecord> sent = new ArrayList<>();
    while (sent.size() < 5_000) {
      sent.add(sending.next());
    }
    assertThat(sent).noneMatch(record -> record.feed() == Feed.RFID);
    sending.end();
    sending.forEachRemaining(sent::add);
    assertThat(sent).filteredOn(record -> record.feed() == Feed.RFID).hasSizeGreaterThan(100);
  }

  @Test
  void sendsInOrderWhatATruckKeptWhileOffline() {
    Share all = new Share(1, Duration.ofMinutes(10));
    Disorder disorder = new Disorder(Share.NONE, all, Duration.ZERO, Share.NONE, false, 0);
    Map<String, List<SimulatedRecord>> byTruck = new HashMap<>();
    steady(disorder)
        .forEachRemaining(
            record -> byTruck.computeIfAbsent(record.place(), place -> new ArrayList<>()).add(record));
    byTruck.values().forEach(sent -> assertThat(sent).isSortedAccordingTo(Comparator.comparing(SimulatedRecord::time)));
    List<SimulatedRecord> ofOne = byTruck.get("truck-1");
    assertThat(ofOne.stream().map(SimulatedRecord::sendAt).distinct().count()).isBetween(6L, 8L);
    assertThat(texts(ofOne)).isEqualTo(texts(undisturbed("truck-1")));
  }

  private static List<SimulatedRecord> undisturbed(String place) {
    List<SimulatedRecord> sent = new ArrayList<>();
    steady(Disorder.NONE).forEachRemaining(sent::add);
    return sent.stream().filter(record -> record.place().equals(place)).toList();
  }

  private static List<String> texts(List<SimulatedRecord> records) {
    return records.stream().map(SimulationTest::text).toList();
  }

  @Test
  void delaysByNoMoreThanItIsTold() {
    Disorder disorder = new Disorder(new Share(0.5, Duration.ofMinutes(30)), Share.NONE, Duration.ZERO, SOME, false, 0);
    List<SimulatedRecord> sent = new ArrayList<>();
    steady(disorder).forEachRemaining(sent::add);
    assertThat(sent).allMatch(record -> record.sendAt() - record.time() <= Duration.ofHours(1).toMillis());
    assertThat(sent).anyMatch(record -> record.feed() == Feed.RFID && record.sendAt() - record.time() > 600_000);
    assertThat(sent).filteredOn(record -> record.origin() == Origin.DUPLICATE).hasSizeGreaterThan(500);
  }

  @Test
  void makesGarbageOfEveryKindThatARecordAloneCanBe() {
    Disorder disorder = new Disorder(Share.NONE, Share.NONE, Duration.ZERO, Share.NONE, false, 0.1);
    Judged judged = Judged.of(steady(disorder));
    Set<Reason> possible = new HashSet<>(Set.of(Reason.values()));
    possible.removeAll(Set.of(Reason.TOO_LATE, Reason.TOO_MANY_SERIES, Reason.TYPE_CONFLICT, Reason.TOO_MANY_PROFILES, Reason.INVALID_RULE_BOOK, Reason.CONFLICT, Reason.FAILED));
    assertThat(judged.refusals).containsOnlyKeys(possible);
    List<SimulatedRecord> sent = new ArrayList<>();
    steady(disorder).forEachRemaining(sent::add);
    assertThat(judged.refusals.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo((int) sent.stream().filter(record -> record.origin() == Origin.GARBAGE).count());
  }

  @Test
  void takesBackEachMistake() {
    Disorder disorder = new Disorder(Share.NONE, Share.NONE, Duration.ZERO, Share.NONE, false, 0, SOME);
    List<SimulatedRecord> sent = new ArrayList<>();
    steady(disorder).forEachRemaining(sent::add);
    long mistakes = sent.stream().filter(record -> record.origin() == Origin.MISTAKE).count();
    assertThat(mistakes).isGreaterThan(500);
    assertThat(sent).filteredOn(record -> record.origin() == Origin.REMEDY).hasSize((int) mistakes);
    assertThat(sent).filteredOn(record -> record.origin() == Origin.MISTAKE).extracting(SimulatedRecord::feed)
        .contains(Feed.SENSORS, Feed.RFID);
    List<SimulatedRecord> notTakenBack = sent.stream().filter(record -> record.origin() != Origin.REMEDY).toList();
    assertThat(Judged.of(notTakenBack.iterator()).violations()).isNotEqualTo(Judged.of(steady(Disorder.NONE)).violations());
  }

  /** Without tags that are used again: there a profile that is sent again later counts again. */
  private static Simulation steady(Disorder disorder) {
    SteadySettings settings = SteadySettings.DENSE.with(new Journeys(0.2, 0.1, 0.3, 0.2, 0, 0), Devices.NONE);
    return new Simulation(new SteadyWorld(settings), Bounds.ofSpan(HOUR), disorder, 3);
  }

  private static Simulation classic(Disorder disorder) {
    return new Simulation(new ClassicWorld(classicSettings(1)), Bounds.ofTurns(3), disorder, 3);
  }

  private static ClassicSettings classicSettings(long seed) {
    return new ClassicSettings(seed, ClassicSettings.START, 200, 20, 40, 500, Duration.ofHours(9), 0.1);
  }

  private static List<String> all(Simulation sending) {
    List<String> texts = new ArrayList<>();
    sending.forEachRemaining(record -> texts.add(text(record)));
    return texts;
  }

  private static List<String> events(Iterator<SimulatedRecord> sending) {
    List<String> texts = new ArrayList<>();
    sending.forEachRemaining(
        record -> {
          if (record.origin() == Origin.WORLD) {
            texts.add(text(record));
          }
        });
    return texts;
  }

  private static String text(SimulatedRecord record) {
    return record.feed() + " " + record.key() + " " + new String(record.value(), StandardCharsets.ISO_8859_1);
  }

  private static List<String> sorted(List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    Collections.sort(sorted);
    return sorted;
  }
}
