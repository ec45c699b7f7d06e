package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectiveRowsTest {

  private final JournalFaults faults = JournalFaults.none();

  @Test
  void allCountWhereNothingIsMissing() {
    assertThat(effective("1A", "2A", "3B", "4B", "5C")).containsExactly("1A", "2A", "3B", "4B", "5C");
    assertThat(faults.isNone()).isTrue();
    assertThat(faults.olderWriter().isNone()).isTrue();
  }

  @Test
  void aGapIsNamed() {
    assertThat(effective("1A", "2A", "4A", "8A")).containsExactly("1A", "2A", "4A", "8A");
    assertThat(faults.gaps().first()).containsExactly("Goods|g 3 is missing", "Goods|g 5 to 7 are missing");
    assertThat(faults.isNone()).isFalse();
  }

  @Test
  void aMissingBeginningIsAGap() {
    effective("3A", "4A");
    assertThat(faults.gaps().first()).containsExactly("Goods|g 1 to 2 are missing");
  }

  @Test
  void ofANumberWrittenTwiceTheNewerWritersRowCounts() {
    assertThat(effective("1A", "2A", "2B", "3B")).containsExactly("1A", "2B", "3B");
    assertThat(faults.writtenTwice().first()).containsExactly("Goods|g 2, by A and B");
    assertThat(faults.gaps().isNone()).isTrue();
  }

  @Test
  void aRowThatTheOlderWriterWroteLaterDoesNotCount() {
    assertThat(effective("1A", "2B", "2A", "3A", "3B", "4B")).containsExactly("1A", "2B", "3B", "4B");
    assertThat(faults.writtenTwice().count()).isEqualTo(2);
    assertThat(faults.gaps().isNone()).isTrue();
  }

  @Test
  void rowsOfAnOlderWriterAtTheirOwnNumbersAreToldApart() {
    assertThat(effective("1A", "2B", "3A")).containsExactly("1A", "2B");
    assertThat(faults.olderWriter().first()).containsExactly("Goods|g 3, by A after B");
    assertThat(faults.isNone()).isTrue();
  }

  @Test
  void aRowOfAnOlderWriterFillsNoGap() {
    assertThat(effective("1A", "2B", "3A", "4B")).containsExactly("1A", "2B", "4B");
    assertThat(faults.gaps().first()).containsExactly("Goods|g 3 is missing");
  }

  @Test
  void oneWriterMayNotWriteANumberTwiceEither() {
    assertThat(effective("1A", "1A", "2A")).containsExactly("1A", "2A");
    assertThat(faults.writtenTwice().count()).isEqualTo(1);
  }

  /** Rows as number and writer. */
  private List<String> effective(String... rows) {
    List<String> counting = new ArrayList<>();
    EffectiveRows effective =
        new EffectiveRows("Goods|g", faults, row -> counting.add(row.sequenceNr() + row.writer()));
    for (String row : rows) {
      long number = Long.parseLong(row.substring(0, row.length() - 1));
      effective.take(new JournalRow(number, row.substring(row.length() - 1), 33, "", ByteBuffer.allocate(0)));
    }
    effective.end();
    return counting;
  }
}
