package kongo.location;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import kongo.excursion.Band;

/** Which rows of a Location's own journal hold which readings; bounded: when full, its older half gets coarser. */
final class ChunkIndex {

  private final int most;
  private final List<Chunk> chunks;

  /** @param most at least 2 */
  ChunkIndex(int most, List<Chunk> chunks) {
    this.most = most;
    this.chunks = new ArrayList<>(chunks);
  }

  List<Chunk> chunks() {
    return List.copyOf(chunks);
  }

  void add(Chunk chunk) {
    chunks.add(chunk);
    if (chunks.size() > most) {
      coarsenOlderHalf();
    }
  }

  /** At least two, or there would be nothing to merge. */
  private int older() {
    return Math.max(2, most / 2);
  }

  private void coarsenOlderHalf() {
    List<Chunk> older = new ArrayList<>(chunks.subList(0, older()));
    List<Chunk> newer = new ArrayList<>(chunks.subList(older(), chunks.size()));
    chunks.clear();
    for (int i = 0; i < older.size(); i += 2) {
      chunks.add(i + 1 < older.size() ? older.get(i).and(older.get(i + 1)) : older.get(i));
    }
    chunks.addAll(newer);
  }

  /**
   * Makes sure that the history has what these rows hold of a series within [first, last].
   *
   * @param band if given, rows without a value that may break it are not needed
   * @throws HistoryMissing if rows have to be read first
   */
  void require(History history, int series, long first, long last, Optional<Band> band) {
    BitSet missing = new BitSet();
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      if (chunk.covers(series, first, last)
          && !history.has(chunk.rows())
          && band.map(b -> chunk.mayBreak(series, b)).orElse(true)) {
        missing.set(i);
      }
    }
    if (!missing.isEmpty()) {
      widen(missing, history);
      throw new HistoryMissing(missing.stream().mapToObj(i -> chunks.get(i).rows()).toList());
    }
  }

  /**
   * Adds neighbours until at least as much is read as was before: one look back asks for one row after the other, and
   * each time judges anew. So it takes few rounds, and reads at most about twice what it needs.
   */
  private void widen(BitSet missing, History history) {
    int from = missing.nextSetBit(0);
    for (int away = 1; missing.cardinality() < history.size() && away < chunks.size(); away++) {
      addUnlessRead(missing, from + away, history);
      addUnlessRead(missing, from - away, history);
    }
  }

  private void addUnlessRead(BitSet missing, int i, History history) {
    if (i >= 0 && i < chunks.size() && !history.has(chunks.get(i).rows())) {
      missing.set(i);
    }
  }
}
