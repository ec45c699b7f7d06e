package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What is compared: sections 9 and 11. Books are kept open for 100 ms. */
class HorizonsTest {

  private final Acceptance acceptance = new Acceptance(Duration.ofMillis(100));
  private long offset;

  @Test
  void whatAGoodsDidIsComparedFromItsHorizonOn() {
    move(new Move(MoveType.RECEIVE, 0, "w", ""));
    move(new Move(MoveType.LOAD, 10, "v", "t"));
    assertThat(compared()).containsExactly("g/misplaced/v/-/10");

    move(new Move(MoveType.UNLOAD, 111, "w", "t"));
    assertThat(compared()).isEmpty();
  }

  @Test
  void andWhileItsLocationHasNotComeFurther() {
    move(new Move(MoveType.RECEIVE, 0, "w", ""));
    move(new Move(MoveType.LOAD, 10, "v", "t"));
    read("elsewhere", 111);
    read("v", 110);
    assertThat(compared()).containsExactly("g/misplaced/v/-/10");

    read("v", 111);
    assertThat(compared()).as("no book judges it anew").isEmpty();
  }

  @Test
  void whatLastsHasNotEnded() {
    acceptance.registration(0, offset++, "g", new GoodsProfile(0, List.of(), 5, List.of()));
    move(new Move(MoveType.RECEIVE, 0, "w", ""));
    move(new Move(MoveType.RECEIVE, 6, "w", ""));
    read("w", 1000);

    assertThat(compared()).containsExactly("g/expired/-/-/5");
  }

  private void move(Move move) {
    acceptance.move(0, offset++, "g", move);
  }

  private void read(String location, long time) {
    acceptance.reading(0, offset++, location, new Reading("heat", "", time, 5));
  }

  private List<String> compared() {
    RuleBook none = RuleBooks.of(List.of());
    Horizons horizons = new Horizons(acceptance.accepted(), Duration.ofMillis(100));
    return Reference.violations(none, acceptance.accepted()).values().stream().filter(horizons::beganSince).map(Violation::id)
        .toList();
  }
}
