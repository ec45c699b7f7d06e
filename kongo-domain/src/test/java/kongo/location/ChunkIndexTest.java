package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChunkIndexTest {

  @Test
  void knowsOfEveryRowHoweverCoarse() {
    for (int most = 2; most < 12; most++) {
      for (int rows = 1; rows < 40; rows++) {
        ChunkIndex index = filled(most, rows);

        assertThat(index.chunks()).hasSizeLessThanOrEqualTo(most);
        for (int row = 1; row <= rows; row++) {
          assertIsFound(index, row);
        }
      }
    }
  }

  @Test
  void allChunksHaveAboutAsManyRows() {
    List<Chunk> chunks = filled(64, 10_000).chunks();

    assertThat(chunks).allMatch(chunk -> chunk.rows().last() - chunk.rows().first() < 4 * 10_000 / 64);
  }

  @Test
  void forgetsRowsAndCutsTheChunkInWhichTheyEnd() {
    ChunkIndex index = filled(4, 40);

    index.forgetBefore(23);

    assertThat(index.chunks().get(0).rows().first()).isEqualTo(23);
    for (int row = 23; row <= 40; row++) {
      assertIsFound(index, row);
    }
    index.forgetBefore(41);
    assertThat(index.chunks()).isEmpty();
  }

  private static ChunkIndex filled(int most, int rows) {
    ChunkIndex index = new ChunkIndex(most, List.of());
    for (int row = 1; row <= rows; row++) {
      long[] time = {100L * row};
      index.add(new Chunk(new SequenceRange(row, row), new int[] {0}, time, time, new double[] {row}, new double[] {row}));
    }
    return index;
  }

  private static void assertIsFound(ChunkIndex index, int row) {
    assertThatThrownBy(() -> index.require(History.EMPTY, 0, 100L * row, 100L * row, Optional.empty()))
        .isInstanceOfSatisfying(HistoryMissing.class, missing ->
            assertThat(missing.rows()).anyMatch(range -> range.first() <= row && row <= range.last()));
  }
}
