package kongo.reference;

import static kongo.registry.PlaceType.TRUCK;
import static kongo.registry.PlaceType.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import org.junit.jupiter.api.Test;

/** Tags that the gate reads again while they leave: section 4 of docs/semantics.md. */
class SettleTest {

  private static final long SETTLE = 30;

  @Test
  void theGateThatReadsAGoodsAgainWhileItLeavesOnlyConfirms() {
    Itinerary itinerary = of(receive(0, "w"), load(100, "w", "t"), receive(102, "w"));

    assertThat(itinerary.stays()).containsExactly(new Stay("w", WAREHOUSE, 0, 100), new Stay("t", TRUCK, 100, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void onceItHasSettledAReceiptCounts() {
    assertThat(of(receive(0, "w"), load(100, "w", "t"), receive(129, "w")).misplaced()).isEmpty();
    assertThat(of(receive(0, "w"), load(100, "w", "t"), receive(130, "w")).misplaced()).containsExactly(receive(130, "w"));
    assertThat(Itinerary.of(List.of(receive(0, "w"), load(100, "w", "t"), receive(101, "w")), time -> 0).misplaced())
        .as("where nothing settles").containsExactly(receive(101, "w"));
  }

  @Test
  void aReceiptElsewhereCountsAndThenAlsoOneWhereItWas() {
    Itinerary itinerary = of(receive(0, "w"), load(100, "w", "t"), receive(110, "v"), receive(112, "w"));

    assertThat(itinerary.misplaced()).containsExactly(receive(110, "v"), receive(112, "w"));
  }

  @Test
  void movesThatOnlyConfirmInBetweenChangeNothingOfThat() {
    Itinerary itinerary = of(receive(0, "w"), load(100, "w", "t"), load(105, "w", "t"), receive(110, "t"),
        Move.between(115, "", "t"), receive(129, "w"), receive(130, "w"));

    assertThat(itinerary.misplaced()).as("counted from the load that changed something").containsExactly(receive(130, "w"));
  }

  @Test
  void aLoadFromElsewhereTookItFromNowhere() {
    assertThat(of(receive(0, "v"), load(100, "w", "t"), receive(110, "w")).misplaced())
        .containsExactly(load(100, "w", "t"), receive(110, "w"));
    assertThat(of(receive(0, "v"), load(100, "w", "t"), receive(110, "v")).misplaced())
        .containsExactly(load(100, "w", "t"), receive(110, "v"));
  }

  @Test
  void aFirstLoadIsTakenAtItsWord() {
    assertThat(of(load(100, "w", "t"), receive(110, "w")).stays()).containsExactly(new Stay("t", TRUCK, 100, Stay.OPEN));
    assertThat(of(deliver(90, "w"), load(100, "w", "t"), receive(110, "w")).misplaced()).as("it is not the first")
        .containsExactly(load(100, "w", "t"), receive(110, "w"));
  }

  @Test
  void nothingButALoadIsSuchADeparture() {
    assertThat(of(receive(0, "w"), Move.between(100, "w", "t"), receive(110, "w")).misplaced())
        .containsExactly(receive(110, "w"));
    assertThat(of(load(0, "w", "t"), unload(100, "t", "v"), receive(110, "t")).misplaced()).containsExactly(receive(110, "t"));
    assertThat(of(receive(0, "w"), load(100, "w", "t"), receive(110, "w"), unload(110, "t", "w")).misplaced()).isEmpty();
  }

  @Test
  void itComesFirstAmongThoseOfItsTime() {
    Itinerary itinerary = of(receive(0, "w"), load(100, "w", "t"), receive(110, "w"), receive(110, "v"), unload(110, "t", "x"));

    assertThat(itinerary.misplaced()).as("the unloading is from here, then the other receipt").containsExactly(receive(110, "v"));
    assertThat(itinerary.stays()).last().isEqualTo(new Stay("v", WAREHOUSE, 110, Stay.OPEN));
  }

  @Test
  void anUnloadingInBetweenEndsIt() {
    Itinerary itinerary = of(receive(0, "w"), load(100, "w", "t"), unload(105, "t", "v"), receive(110, "w"));

    assertThat(itinerary.misplaced()).containsExactly(receive(110, "w"));
  }

  private static Itinerary of(Move... moves) {
    return Itinerary.of(List.of(moves), time -> SETTLE);
  }

  private static Move receive(long time, String warehouse) {
    return new Move(MoveType.RECEIVE, time, warehouse, "");
  }

  private static Move load(long time, String warehouse, String truck) {
    return new Move(MoveType.LOAD, time, warehouse, truck);
  }

  private static Move unload(long time, String truck, String warehouse) {
    return new Move(MoveType.UNLOAD, time, warehouse, truck);
  }

  private static Move deliver(long time, String warehouse) {
    return new Move(MoveType.DELIVER, time, warehouse, "");
  }
}
