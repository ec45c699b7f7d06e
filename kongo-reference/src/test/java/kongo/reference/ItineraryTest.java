package kongo.reference;

import static kongo.registry.PlaceType.TRUCK;
import static kongo.registry.PlaceType.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import org.junit.jupiter.api.Test;

/** Section 4 of docs/semantics.md. */
class ItineraryTest {

  @Test
  void aGoodsWithoutMovesIsNowhere() {
    assertThat(Itinerary.of(List.of(), time -> 0).stays()).isEmpty();
    assertThat(Itinerary.of(List.of(), time -> 0).presences()).isEmpty();
  }

  @Test
  void sortsMovesByEventTime() {
    Itinerary itinerary = of(deliver(30, "w2"), load(10, "w1", "t"), receive(0, "w1"), unload(20, "t", "w2"));

    assertThat(itinerary.stays()).containsExactly(
        new Stay("w1", WAREHOUSE, 0, 10), new Stay("t", TRUCK, 10, 20), new Stay("w2", WAREHOUSE, 20, 30));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void theLastStayIsOpenUntilADelivery() {
    assertThat(of(receive(0, "w")).stays()).containsExactly(new Stay("w", WAREHOUSE, 0, Stay.OPEN));
  }

  @Test
  void aDeliveryMayNameTheTruck() {
    Move delivery = new Move(MoveType.DELIVER, 20, "w9", "t");

    Itinerary itinerary = of(receive(0, "w"), load(10, "w", "t"), delivery);

    assertThat(itinerary.stays()).containsExactly(new Stay("w", WAREHOUSE, 0, 10), new Stay("t", TRUCK, 10, 20));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void theFirstMoveIsNeverMisplaced() {
    Itinerary itinerary = of(unload(0, "t", "w"));

    assertThat(itinerary.stays()).containsExactly(new Stay("w", WAREHOUSE, 0, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void aFirstDeliveryOnlyConfirmsThatTheGoodsIsOutside() {
    Itinerary itinerary = of(deliver(0, "w"), load(10, "w", "t"));

    assertThat(itinerary.stays()).containsExactly(new Stay("t", TRUCK, 10, Stay.OPEN));
    assertThat(itinerary.misplaced()).as("the second in the order").containsExactly(load(10, "w", "t"));
  }

  @Test
  void aMoveFromElsewhereIsMisplacedAndBelieved() {
    Itinerary itinerary = of(receive(0, "w1"), load(10, "w2", "t"), deliver(20, "w1"));

    assertThat(itinerary.stays()).containsExactly(new Stay("w1", WAREHOUSE, 0, 10), new Stay("t", TRUCK, 10, 20));
    assertThat(itinerary.misplaced()).containsExactly(load(10, "w2", "t"), deliver(20, "w1"));
  }

  @Test
  void aRepeatedReadByTheGateOnlyConfirms() {
    Itinerary itinerary =
        of(receive(0, "w"), receive(5, "w"), load(10, "w", "t"), load(12, "w", "t"), load(13, "w2", "t"));

    assertThat(itinerary.stays())
        .containsExactly(new Stay("w", WAREHOUSE, 0, 10), new Stay("t", TRUCK, 10, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void aReceiptElsewhereIsMisplaced() {
    Itinerary itinerary = of(receive(0, "w1"), receive(5, "w2"));

    assertThat(itinerary.stays())
        .containsExactly(new Stay("w1", WAREHOUSE, 0, 5), new Stay("w2", WAREHOUSE, 5, Stay.OPEN));
    assertThat(itinerary.misplaced()).containsExactly(receive(5, "w2"));
  }

  @Test
  void unloadsAndLoadsInOneTick() {
    Itinerary itinerary = of(receive(0, "w"), load(5, "w", "t1"), load(10, "w", "t2"), unload(10, "t1", "w"));

    assertThat(itinerary.stays()).as("no stay in the warehouse in between").containsExactly(
        new Stay("w", WAREHOUSE, 0, 5), new Stay("t1", TRUCK, 5, 10), new Stay("t2", TRUCK, 10, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void loadsAndUnloadsInOneTick() {
    Itinerary itinerary = of(receive(0, "w1"), load(10, "w1", "t"), unload(10, "t", "w2"));

    assertThat(itinerary.stays())
        .containsExactly(new Stay("w1", WAREHOUSE, 0, 10), new Stay("w2", WAREHOUSE, 10, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void loadingAndUnloadingWithinATickBackWhereItWasIsOneStay() {
    Itinerary itinerary = of(receive(0, "w"), load(10, "w", "t"), unload(10, "t", "w"));

    assertThat(itinerary.stays()).containsExactly(new Stay("w", WAREHOUSE, 0, Stay.OPEN));
  }

  @Test
  void aConfirmingReceiptComesFirstOfATick() {
    Itinerary itinerary = of(receive(0, "w"), load(10, "w", "t"), receive(10, "w"));

    assertThat(itinerary.stays())
        .containsExactly(new Stay("w", WAREHOUSE, 0, 10), new Stay("t", TRUCK, 10, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void aMoveFromHereComesBeforeOneThatConfirms() {
    Itinerary itinerary = of(receive(0, "w"), load(5, "w", "t"), load(10, "w", "t"), unload(10, "t", "w2"));

    assertThat(itinerary.misplaced()).as("the repeated read comes out as a load from elsewhere")
        .containsExactly(load(10, "w", "t"));
    assertThat(itinerary.stays()).containsExactly(new Stay("w", WAREHOUSE, 0, 5), new Stay("t", TRUCK, 5, Stay.OPEN));
  }

  @Test
  void aMoveThatConfirmsComesBeforeOneFromElsewhere() {
    Itinerary itinerary = of(receive(0, "w"), load(5, "w", "t"), load(10, "w", "t"), load(10, "v", "t0"));

    assertThat(itinerary.misplaced()).containsExactly(load(10, "v", "t0"));
    assertThat(itinerary.stays()).endsWith(new Stay("t", TRUCK, 5, 10), new Stay("t0", TRUCK, 10, Stay.OPEN));
  }

  @Test
  void ofSeveralFromElsewhereTheOrderOfTypesDecides() {
    Itinerary itinerary = of(receive(0, "w"), load(10, "w7", "t7"), unload(10, "t8", "w8"), receive(10, "w9"));

    assertThat(itinerary.misplaced())
        .containsExactly(receive(10, "w9"), unload(10, "t8", "w8"), load(10, "w7", "t7"));
    assertThat(itinerary.stays()).last().isEqualTo(new Stay("t7", TRUCK, 10, Stay.OPEN));
  }

  @Test
  void ofSeveralOfOneTypeTheWarehouseAndThenTheTruckDecides() {
    Itinerary itinerary = of(receive(0, "w"), load(10, "w", "t2"), load(10, "w", "t1"), load(10, "v", "t3"));

    assertThat(itinerary.misplaced()).containsExactly(load(10, "v", "t3"), load(10, "w", "t2"));
    assertThat(itinerary.stays()).last().isEqualTo(new Stay("t2", TRUCK, 10, Stay.OPEN));
  }

  @Test
  void aStayThatIsReceivedAndDeliveredAtOnceDoesNotExist() {
    assertThat(of(receive(10, "w"), deliver(10, "w")).stays()).isEmpty();
  }

  @Test
  void neighbouringStaysWithoutAGapAreOneBegunByTheMoveOfTheFirst() {
    Itinerary itinerary = of(receive(0, "x"), deliver(10, "x"), load(10, "w", "x"));

    assertThat(itinerary.stays()).containsExactly(new Stay("x", WAREHOUSE, 0, Stay.OPEN));
    assertThat(itinerary.misplaced()).containsExactly(load(10, "w", "x"));
  }

  @Test
  void stayingThroughAnEmptyStayElsewhereIsOneStay() {
    Itinerary itinerary = of(receive(0, "x"), load(10, "x", "t"), load(10, "t", "x"));

    assertThat(itinerary.stays()).containsExactly(new Stay("x", WAREHOUSE, 0, Stay.OPEN));
  }

  @Test
  void aDeliveryAndAReceiptElsewhereAtTheSameTimeLeaveNoGap() {
    Itinerary itinerary = of(receive(0, "w1"), deliver(10, "w1"), receive(10, "w2"), deliver(20, "w2"), receive(21, "w1"));

    assertThat(itinerary.misplaced()).isEmpty();
    assertThat(itinerary.presences()).containsExactly(
        List.of(new Stay("w1", WAREHOUSE, 0, 10), new Stay("w2", WAREHOUSE, 10, 20)),
        List.of(new Stay("w1", WAREHOUSE, 21, Stay.OPEN)));
  }

  @Test
  void aMoveLeadsFromPlaceToPlaceWhateverTheyAre() {
    Itinerary itinerary = of(receive(0, "z1"), Move.between(10, "z1", "z2"), load(20, "z2", "t1"), Move.between(30, "t1", "t2"));

    assertThat(itinerary.stays()).as("as a warehouse, whatever else is known of it").containsExactly(
        new Stay("z1", WAREHOUSE, 0, 10), new Stay("z2", WAREHOUSE, 10, 20), new Stay("t1", TRUCK, 20, 30),
        new Stay("t2", WAREHOUSE, 30, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void aMoveFromElsewhereIsMisplacedUnlessItLeavesOpenFromWhere() {
    Itinerary itinerary = of(receive(0, "z1"), Move.between(10, "z3", "z2"), Move.between(20, "", "z4"), deliver(30, "z4"),
        Move.between(40, "", "z1"));

    assertThat(itinerary.misplaced()).containsExactly(Move.between(10, "z3", "z2"));
    assertThat(itinerary.stays()).endsWith(new Stay("z4", WAREHOUSE, 20, 30), new Stay("z1", WAREHOUSE, 40, Stay.OPEN));
  }

  @Test
  void aMoveToWhereTheGoodsIsOnlyConfirms() {
    Itinerary itinerary = of(receive(0, "z1"), Move.between(10, "z1", "z1"), Move.between(20, "z9", "z1"),
        Move.between(30, "", "z1"));

    assertThat(itinerary.stays()).containsExactly(new Stay("z1", WAREHOUSE, 0, Stay.OPEN));
    assertThat(itinerary.misplaced()).isEmpty();
  }

  @Test
  void aMoveComesAfterALoadAndBeforeADelivery() {
    Itinerary itinerary = of(receive(0, "w"), load(10, "w", "t"), Move.between(10, "w", "z"), deliver(10, "w"));

    assertThat(itinerary.misplaced()).containsExactly(Move.between(10, "w", "z"), deliver(10, "w"));
    assertThat(itinerary.stays()).containsExactly(new Stay("w", WAREHOUSE, 0, 10));
  }

  @Test
  void aMoveFromAnywhereIsOneFromHere() {
    Itinerary itinerary = of(receive(0, "w"), load(5, "w", "t"), load(10, "w", "t"), Move.between(10, "", "z"));

    assertThat(itinerary.misplaced()).as("the repeated read").containsExactly(load(10, "w", "t"));
  }

  private static Itinerary of(Move... moves) {
    return Itinerary.of(List.of(moves), time -> 0);
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
