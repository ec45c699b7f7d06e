package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.registry.Registration;
import org.junit.jupiter.api.Test;

/** What the registry's last word decides: section 2 and {@code at} in section 6 of docs/semantics.md. */
class ProfilesTest {

  private static final String IN_TRUCKS = "r { metric = heat, max = 8, at = TRUCK, for = [X] }";
  private static final String OF_TRUCKS = "r { metric = heat, max = 8, at = TRUCK, subject = LOCATION }";

  @Test
  void aRuleHoldsOnlyAtItsKindOfPlace() {
    World world = World.with(IN_TRUCKS, "s { metric = heat, max = 8, at = WAREHOUSE, for = [X] }")
        .warehouse("w").truck("t").goods("g", "X")
        .receive("g", 0, "w").load("g", 20, "w", "t").heat("w", 10, 9).heat("t", 30, 9);

    assertThat(world.violations()).containsExactly("g/r/t/s/30 OPEN 30.. 1x 9.0", "g/s/w/s/10 CLOSED 10..20 1x 9.0");
  }

  @Test
  void aPlaceWithoutAProfileIsWhatTheMoveNamedIt() {
    World world = World.with(IN_TRUCKS).goods("g", "X").goods("h", "X")
        .receive("g", 0, "x").load("h", 0, "w", "x").heat("x", 10, 9);

    assertThat(world.violations()).containsExactly("h/r/x/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void theProfileOutweighsWhatTheMoveNamed() {
    World world = World.with(IN_TRUCKS).truck("x").goods("g", "X").receive("g", 0, "x").heat("x", 10, 9);

    assertThat(world.violations()).hasSize(1);
    assertThat(world.warehouse("x").violations()).isEmpty();
  }

  @Test
  void aDeletedOrForeignProfileIsNone() {
    World world = World.with(IN_TRUCKS).truck("x").goods("g", "X").receive("g", 0, "x").heat("x", 10, 9);

    assertThat(world.register("x", Registration.DELETED).violations()).isEmpty();
    assertThat(world.truck("x").violations()).hasSize(1);
    assertThat(world.goods("x", "X").violations()).isEmpty();
  }

  @Test
  void theLastProfileOfAGoodsCountsForAllTime() {
    World world = World.with(IN_TRUCKS).truck("x").goods("g").receive("g", 0, "x").heat("x", 10, 9);

    assertThat(world.violations()).isEmpty();
    assertThat(world.goods("g", "X").violations()).hasSize(1);
    assertThat(world.register("g", Registration.DELETED).violations()).isEmpty();
    assertThat(world.goods("g", "X").violations()).hasSize(1);
    assertThat(world.truck("g").violations()).as("registered as a truck").isEmpty();
  }

  @Test
  void mergedStaysAreWhatTheFirstMoveNamed() {
    World world = World.with(IN_TRUCKS).goods("g", "X")
        .load("g", 0, "w", "x").unload("g", 20, "x", "v").unload("g", 20, "v", "x").heat("x", 30, 9);

    assertThat(world.violations()).containsExactly("g/r/x/s/30 OPEN 30.. 1x 9.0");
  }

  @Test
  void aRuleAboutTrucksNeedsTheProfileToSaySo() {
    World world = World.with(OF_TRUCKS).goods("g").load("g", 0, "w", "t").heat("t", 10, 9);

    assertThat(world.violations()).isEmpty();
    assertThat(world.warehouse("t").violations()).isEmpty();
    assertThat(world.truck("t").violations()).containsExactly("t/r/t/s/10 OPEN 10.. 1x 9.0");
    assertThat(world.register("t", Registration.DELETED).violations()).isEmpty();
  }
}
