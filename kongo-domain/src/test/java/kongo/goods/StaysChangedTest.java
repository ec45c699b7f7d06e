package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import kongo.registry.PlaceType;
import kongo.violation.Cause;
import org.junit.jupiter.api.Test;

class StaysChangedTest {

  private static final Cause CAUSE = new Cause("kongo.rfid", 0, 1, 2);

  @Test
  void saysNothingIfNothingHasChanged() {
    assertThat(StaysChanged.between("g", 2, 5, stays(3), stays(3), CAUSE)).isEmpty();
  }

  @Test
  void saysWhereTheGoodsIs() {
    StaysChanged changed = StaysChanged.between("g", 2, 20, List.of(), stays(3), CAUSE).orElseThrow();
    assertThat(changed.at()).contains(new Stay("w2", PlaceType.WAREHOUSE, 20, Stay.OPEN));
    assertThat(StaysChanged.between("g", 2, 20, stays(3), List.of(), CAUSE).orElseThrow().at()).isEmpty();
  }

  @Test
  void namesTheLatestStaysOfTooMany() {
    StaysChanged changed = StaysChanged.between("g", 2, 0, List.of(), stays(150), CAUSE).orElseThrow();
    assertThat(changed.stays()).hasSize(StaysChanged.MOST).endsWith(stays(150).get(149));
    assertThat(changed.changed()).isZero();
    assertThat(changed.from()).as("the stay before the first that is named ends at 500").isEqualTo(501);
  }

  @Test
  void aReaderFoldsWordsToTheStays() {
    StaysKnown first = StaysKnown.NOTHING.after(new StaysChanged("g", 1, 0, 0, stays(2), CAUSE));
    StaysKnown second = first.after(new StaysChanged("g", 4, 20, 20, stays(3).subList(1, 3), CAUSE));
    assertThat(second).isEqualTo(new StaysKnown(4, 0, stays(3)));
    assertThat(second.after(new StaysChanged("g", 1, 0, 0, stays(2), CAUSE))).as("an older word").isSameAs(second);
  }

  @Test
  void aReaderForgetsWhatWasChangedButNotNamed() {
    StaysKnown known = StaysKnown.NOTHING.after(new StaysChanged("g", 1, 0, 0, stays(2), CAUSE));
    StaysChanged cut = StaysChanged.between("g", 2, 0, stays(2), stays(150), CAUSE).orElseThrow();
    assertThat(known.after(cut)).isEqualTo(new StaysKnown(2, 501, cut.stays()));
  }

  /** From 0 to 10, to 20 and so on, the last one lasts. */
  private static List<Stay> stays(int count) {
    return LongStream.range(0, count)
        .mapToObj(i -> new Stay("w" + i, PlaceType.WAREHOUSE, 10 * i, i == count - 1 ? Stay.OPEN : 10 * (i + 1)))
        .toList();
  }
}
