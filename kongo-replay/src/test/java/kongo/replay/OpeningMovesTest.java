package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.reference.PlaceByPlace;
import kongo.registry.PlaceType;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What the reference makes of a Goods whose first moves are folded. */
class OpeningMovesTest {

  private static final Opening OUTSIDE = new Opening(100, List.of());
  private static final Opening ABOARD =
      new Opening(
          100,
          List.of(
              new Stay("house", PlaceType.WAREHOUSE, 10, 20), new Stay("yard", PlaceType.WAREHOUSE, 20, 30),
              new Stay("truck", PlaceType.TRUCK, 30, Stay.OPEN)));

  @Test
  void whereNothingIsFoldedThereAreNone() {
    assertThat(OpeningMoves.of(new Opening(Opening.NEVER, List.of()))).isEmpty();
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

  private static List<Violation> found(Opening opening, Move... then) {
    return told(opening, then).ofGoods();
  }

  private static Set<String> visited(Opening opening) {
    return told(opening).visited();
  }

  private static PlaceByPlace told(Opening opening, Move... then) {
    Set<Move> moves = new TreeSet<>(OpeningMoves.of(opening));
    moves.addAll(List.of(then));
    PlaceByPlace reference = new PlaceByPlace(Duration.ofDays(30));
    reference.tell("keg", Optional.empty(), moves);
    return reference;
  }
}
