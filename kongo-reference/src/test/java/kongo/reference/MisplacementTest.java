package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.violation.Kind;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

/** Misplacement: section 7 of docs/semantics.md; which moves are misplaced is in {@link ItineraryTest}. */
class MisplacementTest {

  @Test
  void namesTheSourceThatTheMoveNames() {
    World world = World.with().receive("g", 0, "w1").load("g", 10, "w2", "t1").unload("g", 20, "t2", "w3")
        .deliverOff("g", 30, "t3");

    assertThat(world.violations()).containsExactly(
        "g/misplaced/t2/-/20 CLOSED 20..20", "g/misplaced/t3/-/30 CLOSED 30..30", "g/misplaced/w2/-/10 CLOSED 10..10");
    assertThat(world.violation("g/misplaced/w2/-/10")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.MISPLACED);
      assertThat(violation.status()).isEqualTo(Status.CLOSED);
      assertThat(violation.rule()).isEqualTo("misplaced");
      assertThat(violation.goods()).isEqualTo("g");
      assertThat(violation.location()).isEqualTo("w2");
      assertThat(violation.sensor()).isEmpty();
      assertThat(violation.stay()).isNull();
      assertThat(violation.metric()).isNull();
      assertThat(violation.limit()).isNull();
    });
  }

  @Test
  void aReceiptFromInsideNamesItsWarehouse() {
    assertThat(World.with().receive("g", 0, "w1").receive("g", 10, "w2").violations())
        .containsExactly("g/misplaced/w2/-/10 CLOSED 10..10");
  }

  @Test
  void aMoveNamesWhereItIsFrom() {
    assertThat(World.with().receive("g", 0, "z1").moveFrom("g", 10, "z3", "z2").moveTo("g", 20, "z4").violations())
        .containsExactly("g/misplaced/z3/-/10 CLOSED 10..10");
  }

  @Test
  void severalWithOneIdAreOne() {
    assertThat(World.with().receive("g", 0, "w").load("g", 10, "x", "t1").load("g", 10, "x", "t2").violations())
        .containsExactly("g/misplaced/x/-/10 CLOSED 10..10");
  }

  @Test
  void anEarlierMoveThatComesLateMayExplainIt() {
    World world = World.with().receive("g", 0, "w1").load("g", 20, "w2", "t");

    assertThat(world.violations()).hasSize(1);
    assertThat(world.load("g", 5, "w1", "t").unload("g", 10, "t", "w2").violations()).isEmpty();
  }
}
