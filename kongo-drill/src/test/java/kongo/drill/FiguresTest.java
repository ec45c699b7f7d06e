package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import kongo.replay.Most;
import kongo.replay.Volume;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final int MIB = 1 << 20;

  @Test
  void whatIsAsLargeAsItMayBeIsNoFinding() {
    assertThat(Figures.of("", largest(8 * MIB), largest(16 * MIB), OptionalInt.of(MIB)).findings()).isEmpty();
    assertThat(Figures.of("", Volume.NONE, Volume.NONE, OptionalInt.empty()).findings()).isEmpty();
  }

  @Test
  void whatIsAboveItsBoundIsFound() {
    assertThat(Figures.of("", largest(8 * MIB + 1), largest(16 * MIB + 1), OptionalInt.of(MIB + 1)).findings())
        .satisfiesExactly(
            message -> assertThat(message).startsWith("a message between nodes of 1,048,577 bytes"),
            row -> assertThat(row).startsWith("a row of the journal of 8,388,609 bytes"),
            snapshot -> assertThat(snapshot).startsWith("a snapshot of 16,777,217 bytes"));
  }

  @Test
  void theLinesNameWhoHasTheMost() {
    assertThat(Figures.of("7 MiB", largest(5), Volume.NONE, OptionalInt.empty()).lines())
        .contains(
            "heap after a collection: 7 MiB",
            "journal: 3 rows, 9 bytes; most rows 2 of Goods|many; largest row 5 bytes: Goods|large 1 (moves)",
            "largest message between nodes: none");
  }

  private static Volume largest(long bytes) {
    return new Volume(3, 9, new Most("Goods|large 1 (moves)", bytes), new Most("Goods|many", 2));
  }
}
