package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kongo.goods.Departure;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.reference.Moves;
import kongo.reference.PlaceByPlace;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Correction;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What the reference makes of a Goods whose first moves are folded. */
class OpeningMovesTest {

  private static final long SETTLE = 1_000;
  private static final Opening OUTSIDE = new Opening(100, List.of(), 99, Optional.empty());
  private static final Opening ABOARD =
      new Opening(
          100,
          List.of(
              new Stay("house", PlaceType.WAREHOUSE, 10, 20), new Stay("yard", PlaceType.WAREHOUSE, 20, 30),
              new Stay("truck", PlaceType.TRUCK, 30, Stay.OPEN)),
          40, Optional.empty());

  @Test
  void whereNothingIsFoldedThereAreNone() {
    assertThat(OpeningMoves.of(new Opening(Opening.NEVER, List.of(), Opening.NEVER, Optional.empty()))).isEmpty();
  }

  @Test
  void whoWasOutsideMayBeReceivedAndIsMisplacedElsewhere() {
    assertThat(found(OUTSIDE, new Move(MoveType.RECEIVE, 100, "house", ""))).isEmpty();
    assertThat(found(OUTSIDE, new Move(MoveType.LOAD, 100, "house", "truck"))).extracting(Violation::kind).containsExactly(Kind.MISPLACED);
    assertThat(visited(OUTSIDE)).isEmpty();
  }

  @Test
  void whoWasAboardMayBeUnloadedAndIsMisplacedElsewhere() {
    assertThat(found(ABOARD, new Move(MoveType.UNLOAD, 100, "house", "truck"))).isEmpty();
    assertThat(found(ABOARD, new Move(MoveType.UNLOAD, 100, "house", "other"))).extracting(Violation::from).containsExactly(100L);
    assertThat(visited(ABOARD)).containsExactlyInAnyOrder("house", "yard", "truck");
  }

  @Test
  void whoseMovesWereAllVoidWasNowhere() {
    assertThat(OpeningMoves.of(new Opening(100, List.of(), Opening.NEVER, Optional.empty()))).isEmpty();
  }

  @Test
  void whoHasJustLeftIsNotBackWhereTheGateReadsItAgain() {
    for (String gate : List.of("house", "yard", "elsewhere")) {
      for (long left : new long[] {30, 40, 99}) {
        Opening leaving = new Opening(100, ABOARD.presence(), left, Optional.of(new Departure(gate, left, Stay.OPEN)));

        assertThat(found(leaving, new Move(MoveType.RECEIVE, left + SETTLE - 1, gate, ""))).as("from %s at %d", gate, left).isEmpty();
        assertThat(found(leaving, new Move(MoveType.RECEIVE, left + SETTLE, gate, ""))).hasSize(1);
        assertThat(found(leaving, new Move(MoveType.RECEIVE, left + SETTLE - 1, "dock", ""))).hasSize(1);
        assertThat(visited(leaving)).containsExactlyInAnyOrder("house", "yard", "truck");
      }
    }
  }

  @Test
  void whoHasNotJustLeftIsWhereAGateReadsIt() {
    for (String gate : List.of("house", "yard")) {
      assertThat(found(ABOARD, new Move(MoveType.RECEIVE, 100, gate, ""))).hasSize(1);
    }
  }

  private static List<Violation> found(Opening opening, Move... then) {
    return told(opening, then).ofGoods(RuleHistory.of(RuleBooks.of(List.of())));
  }

  private static Set<String> visited(Opening opening) {
    return told(opening).visited();
  }

  private static PlaceByPlace told(Opening opening, Move... then) {
    Moves moves = new Moves();
    OpeningMoves.of(opening).forEach(move -> moves.take(move, Correction.ORIGINAL));
    List.of(then).forEach(move -> moves.take(move, Correction.ORIGINAL));
    PlaceByPlace reference = new PlaceByPlace(Timeline.always(SETTLE), Duration.ofDays(30));
    reference.tell("keg", Optional.empty(), moves);
    return reference;
  }
}
