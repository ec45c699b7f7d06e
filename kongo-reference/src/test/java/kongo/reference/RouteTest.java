package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.violation.Kind;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

/** Routes: section 7 of docs/semantics.md. */
class RouteTest {

  @Test
  void aStayInAWarehouseThatIsNotOnTheRouteIsAViolation() {
    World world = World.with().routed("g", "w1", "w2").receive("g", 0, "w1").load("g", 10, "w1", "t").unload("g", 20, "t", "w3");

    assertThat(world.violations()).as("trucks are on every route").containsExactly("g/misrouted/w3/-/20 OPEN 20..");
    assertThat(world.violation("g/misrouted/w3/-/20")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.MISROUTED);
      assertThat(violation.status()).isEqualTo(Status.OPEN);
      assertThat(violation.rule()).isEqualTo("misrouted");
      assertThat(violation.goods()).isEqualTo("g");
      assertThat(violation.location()).isEqualTo("w3");
      assertThat(violation.stay()).isEqualTo(20);
      assertThat(List.of(violation.sensor(), violation.others())).containsExactly("", List.of());
      assertThat(violation.metric()).isNull();
      assertThat(violation.limit()).isNull();
    });
    assertThat(world.load("g", 30, "w3", "t").violations()).containsExactly("g/misrouted/w3/-/20 CLOSED 20..30");
  }

  @Test
  void eachStayIsOneOfItsOwn() {
    World world = World.with().routed("g", "w1").receive("g", 0, "w3").load("g", 10, "w3", "t").unload("g", 20, "t", "w3").deliver("g", 30, "w3");

    assertThat(world.violations()).containsExactly("g/misrouted/w3/-/0 CLOSED 0..10", "g/misrouted/w3/-/20 CLOSED 20..30");
  }

  @Test
  void aPlaceIsWhatTheMoveNamedItAs() {
    World world = World.with().routed("g", "w1").truck("t1").warehouse("t2")
        .receive("g", 0, "w1").moveTo("g", 10, "t1").load("g", 20, "t1", "t2");

    assertThat(world.violations()).as("whatever is registered").containsExactly("g/misrouted/t1/-/10 CLOSED 10..20");
  }

  @Test
  void theLastRouteCounts() {
    World world = World.with().routed("g", "w1").receive("g", 0, "w3").routed("g", "w3");

    assertThat(world.violations()).isEmpty();
    assertThat(world.routed("g", "w9").violations()).containsExactly("g/misrouted/w3/-/0 OPEN 0..");
    assertThat(world.goods("g").violations()).as("without a route it may be anywhere").isEmpty();
  }
}
