package kongo.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kongo.goods.MoveType;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RfidRecord;
import kongo.registry.GoodsProfile;
import kongo.simulator.Bounds;
import kongo.simulator.Judged;
import kongo.simulator.WorldStream;
import kongo.violation.Kind;
import org.junit.jupiter.api.Test;

class ClassicWorldTest {

  private static final int TURNS = 40;
  private static final Duration HOURS = Duration.ofHours(100);

  private static Judged play(ClassicSettings settings, int turns) {
    return Judged.of(new WorldStream(new ClassicWorld(settings), Bounds.ofTurns(turns)));
  }

  @Test
  void givesTheFiguresOfTheOriginal() {
    Judged world = play(ClassicSettings.DEFAULT, TURNS);

    assertThat(world.refusals).isEmpty();
    assertThat(world.registrations).hasSize(1_300);
    assertThat(world.readings).hasSize(TURNS * 20 * 100);
    assertThat(world.moves.size() / (double) TURNS).isCloseTo(1_000, within(200.0));
    assertThat(goodsPerReading(world)).isCloseTo(0.35 * 1_000 / 100, within(0.4));
  }

  @Test
  void hasNoOverloadExpiryOrMisplacementByItself() {
    assertThat(play(ClassicSettings.DEFAULT, 10).violationsByKind())
        .containsOnlyKeys(Kind.ENVIRONMENT, Kind.COLOCATION);
  }

  /** But wrong ways: it has no routes. */
  @Test
  void hasEveryKindWhenAsked() {
    ClassicSettings d = ClassicSettings.DEFAULT;
    ClassicSettings troubled =
        new ClassicSettings(d.seed(), d.start(), d.goods(), 100, 200, 500, Duration.ofHours(200), 0.01);
    assertThat(play(troubled, 20).violationsByKind()).containsOnlyKeys(
        Kind.ENVIRONMENT, Kind.COLOCATION, Kind.OVERLOAD, Kind.EXPIRED, Kind.MISPLACED);
  }

  @Test
  void loadsAboutAThirdWithSomethingIncompatible() {
    Judged world = play(ClassicSettings.DEFAULT, TURNS);
    long loads = world.moves.stream().filter(move -> move.move().type() == MoveType.LOAD).count();
    Set<String> met = new HashSet<>();
    world.violations().stream()
        .filter(violation -> violation.kind() == Kind.COLOCATION)
        .forEach(violation -> met.add(violation.goods() + violation.stay()));
    // Of two that must not travel together mostly one minds, and the third of the loads counts both.
    assertThat(met.size() / (double) loads).isBetween(0.15, 0.4);
  }

  @Test
  void drawsGoodsFromTheOriginalsDistributions() {
    List<GoodsProfile> goods = goods(new ClassicSettings(1, ClassicSettings.START, 20_000, 100, 200, 1, HOURS, 0));
    assertThat(goods).hasSize(20_000);
    assertThat(goods.stream().mapToLong(GoodsProfile::weightGrams).average().orElse(0))
        .isCloseTo(100_000, within(3_000.0));
    assertThat(share(goods, "PERISHABLE")).isCloseTo(0.2, within(0.01));
    assertThat(share(goods, "HAZARDOUS")).isCloseTo(0.1, within(0.01));
    assertThat(share(goods, "FRAGILE")).isCloseTo(0.05, within(0.01));
    assertThat(share(goods, "MEDICINAL")).isCloseTo(0.2, within(0.01));
    // exp(-1) of the weights, and nearly every side is longer than a meter.
    assertThat(share(goods, "BULKY")).isCloseTo(0.368, within(0.02));
    // MEDICINAL or PERISHABLE, or a fifth of the others; a fifth of these each class.
    assertThat(share(goods, "T3")).isCloseTo((1 - 0.64 * 0.8) / 5, within(0.01));
    assertThat(goods)
        .allMatch(one -> one.categories().contains("PERISHABLE") == (one.useBy() != GoodsProfile.NEVER));
  }

  private static double share(List<GoodsProfile> goods, String category) {
    return goods.stream().filter(one -> one.categories().contains(category)).count() / (double) goods.size();
  }

  private static List<GoodsProfile> goods(ClassicSettings settings) {
    return play(settings, 1).registrations.stream()
        .map(RegistryRecord::registration)
        .filter(GoodsProfile.class::isInstance)
        .map(GoodsProfile.class::cast)
        .toList();
  }

  @Test
  void givesEveryReadingATimeOfItsOwnInItsSeries() {
    Set<List<Object>> seen = new HashSet<>();
    play(ClassicSettings.DEFAULT, 3)
        .readings
        .forEach(
            sensor ->
                assertThat(seen.add(List.of(sensor.location(), sensor.reading().metric(), sensor.reading().time())))
                    .isTrue());
  }

  private static double goodsPerReading(Judged world) {
    Map<String, Integer> present = new HashMap<>();
    List<RfidRecord> moves = world.moves.stream().sorted(Comparator.comparing(move -> move.move().time())).toList();
    int next = 0;
    long sum = 0;
    for (var sensor : world.readings) {
      while (next < moves.size() && moves.get(next).move().time() <= sensor.reading().time()) {
        RfidRecord move = moves.get(next++);
        present.merge(move.move().source(), -1, Integer::sum);
        present.merge(move.move().destination(), 1, Integer::sum);
      }
      sum += present.getOrDefault(sensor.location(), 0);
    }
    return sum / (double) world.readings.size();
  }
}
