package kongo.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RfidRecord;
import kongo.protocol.SensorRecord;
import kongo.registry.GoodsProfile;
import kongo.simulator.Bounds;
import kongo.simulator.Judged;
import kongo.simulator.WorldStream;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class SteadyWorldTest {

  private static Judged play(SteadySettings settings, Duration span) {
    return Judged.of(new WorldStream(new SteadyWorld(settings), Bounds.ofSpan(span)));
  }

  @Test
  void showsEveryKindWithinTwoHoursOfTheDenseMix() {
    for (long seed = 1; seed <= 5; seed++) {
      Map<Kind, Integer> found = play(seeded(SteadySettings.DENSE, seed), Duration.ofHours(2)).violationsByKind();
      assertThat(found.get(Kind.ENVIRONMENT)).isGreaterThan(150);
      assertThat(found.get(Kind.COLOCATION)).isGreaterThan(75);
      assertThat(found.get(Kind.OVERLOAD)).isGreaterThan(30);
      assertThat(found.get(Kind.EXPIRED)).isGreaterThan(8);
      assertThat(found.get(Kind.MISPLACED)).isGreaterThan(8);
      assertThat(found.get(Kind.MISROUTED)).isGreaterThan(3);
    }
  }

  @Test
  void movesGoodsBetweenZonesAndReadsThemAgainWhileTheyLeave() {
    Judged world = play(SteadySettings.DENSE, Duration.ofHours(2));
    Map<String, Long> receipts = world.moves.stream().filter(move -> move.move().type() == MoveType.RECEIVE)
        .collect(Collectors.groupingBy(RfidRecord::goods, Collectors.counting()));

    assertThat(world.moves).filteredOn(move -> move.move().type() == MoveType.MOVE).hasSizeGreaterThan(100)
        .anyMatch(move -> move.move().isFromAnywhere()).anyMatch(move -> !move.move().isFromAnywhere());
    assertThat(receipts.values()).as("at a gate that Goods leave by").anyMatch(count -> count > 2);
    assertThat(world.registrations).anyMatch(one -> one.registration() instanceof GoodsProfile goods && !goods.route().isEmpty());
  }

  @Test
  void usesSomeTagsAgainOnOtherGoods() {
    Judged world = play(SteadySettings.DENSE, Duration.ofHours(5));
    Map<String, Long> profiles = world.registrations.stream().filter(one -> one.registration() instanceof GoodsProfile)
        .collect(Collectors.groupingBy(RegistryRecord::id, Collectors.counting()));

    assertThat(profiles.values()).anyMatch(count -> count > 1);
    assertThat(world.registrations).allMatch(one -> one.from().isEmpty() || profiles.get(one.id()) > 1);
  }

  @Test
  void isMostlyWellByDefault() {
    Judged world = play(smaller(SteadySettings.REALISTIC), Duration.ofHours(48));
    List<Violation> violations = world.violations();
    long loads = world.moves.stream().filter(move -> move.move().type() == MoveType.LOAD).count();

    assertThat(world.refusals).isEmpty();
    assertThat(world.moves.size() / (double) world.readings.size()).isCloseTo(0.0015, within(0.0004));
    assertThat(outside(world) / (double) world.readings.size()).isCloseTo(0.0004, within(0.0002));
    assertThat(count(violations, Kind.OVERLOAD) / (double) trips(world)).isCloseTo(0.05, within(0.03));
    // Goods whose unloading was missed meet others on paper only.
    assertThat(meetings(violations) / (double) loads).isCloseTo(0.02, within(0.025));
    assertThat(count(violations, Kind.MISPLACED)).isPositive();
  }

  @Test
  void keepsAsManyGoodsWhileTheyChange() {
    Judged world = play(SteadySettings.DENSE, Duration.ofHours(10));
    Map<String, MoveType> last = new HashMap<>();
    world.moves.forEach(move -> last.put(move.goods(), move.move().type()));
    long delivered = last.values().stream().filter(type -> type == MoveType.DELIVER).count();
    assertThat(delivered).isGreaterThan(200);
    assertThat(last.size() - delivered).isBetween(250L, 350L);
  }

  @Test
  void worksHoweverSmall() {
    SteadySettings d = SteadySettings.DENSE;
    SteadySettings tiny =
        new SteadySettings(
            1, d.start(), 3, 1, 1, 1, Duration.ofMillis(1), 0, 1, Duration.ofMillis(1), Duration.ofMillis(1),
            Duration.ofMillis(1), Duration.ofMillis(1), 1, 1, new Journeys(1, 1, 1, 1, 1, 1), new Devices(1, 0.5, 0.5, 1));
    assertThat(play(tiny, Duration.ofSeconds(1)).refusals).isEmpty();
  }

  private static long outside(Judged world) {
    return world.readings.stream().map(SensorRecord::reading).filter(SteadyWorldTest::breaksARule).count();
  }

  /** Of the metrics whose limits do not depend on a class of temperature. */
  private static boolean breaksARule(Reading reading) {
    return switch (reading.metric()) {
      case "humidity" -> reading.value() > 60;
      case "illuminance" -> reading.value() > 500;
      case "acceleration" -> reading.value() >= 5;
      case "vibrationDisplacement" -> reading.value() >= 10;
      case "vibrationVelocity" -> reading.value() >= 100;
      default -> false;
    };
  }

  private static long count(List<Violation> violations, Kind kind) {
    return violations.stream().filter(violation -> violation.kind() == kind).count();
  }

  private static int meetings(List<Violation> violations) {
    return violations.stream()
        .filter(violation -> violation.kind() == Kind.COLOCATION)
        .map(violation -> List.of(violation.location(), violation.from()))
        .collect(Collectors.toSet())
        .size();
  }

  /** Loads of one truck that are more than two hours apart are of different trips. */
  private static int trips(Judged world) {
    Map<String, Long> lastLoad = new HashMap<>();
    int trips = 0;
    for (RfidRecord rfid : world.moves) {
      if (rfid.move().type() == MoveType.LOAD) {
        Long last = lastLoad.put(rfid.move().truck(), rfid.move().time());
        trips += last == null || rfid.move().time() - last > Duration.ofHours(2).toMillis() ? 1 : 0;
      }
    }
    return trips;
  }

  private static SteadySettings seeded(SteadySettings s, long seed) {
    return new SteadySettings(
        seed, s.start(), s.goods(), s.warehouses(), s.trucks(), s.maxWeightKg(), s.useBy(), s.missedReads(),
        s.repeatedReads(), s.period(), s.stay(), s.betweenFailures(), s.failure(), s.overloads(), s.incompatible(), s.journeys());
  }

  /** A fifth of it. */
  private static SteadySettings smaller(SteadySettings s) {
    return new SteadySettings(
        7, s.start(), s.goods() / 5, s.warehouses() / 5, s.trucks() / 5, s.maxWeightKg(), s.useBy(), s.missedReads(),
        s.repeatedReads(), s.period(), s.stay(), s.betweenFailures(), s.failure(), s.overloads(), s.incompatible(), s.journeys());
  }
}
