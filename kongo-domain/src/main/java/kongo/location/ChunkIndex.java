package kongo.location;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import kongo.excursion.Band;
import kongo.excursion.Values;

/** Which rows of a Location's own journal hold which readings; bounded: when full, neighbours of few rows are merged. */
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
      for (int left = chunks.size() - kept(); left > 0; left--) {
        mergeSmallest();
      }
    }
  }

  /** Not at every row some are merged. */
  private int kept() {
    return Math.max(1, most - most / 4);
  }

  /** So all have about as many rows: of none much has to be read, or kept, for the sake of a few. */
  private void mergeSmallest() {
    int smallest = 0;
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i + 1 < chunks.size(); i++) {
      long rows = chunks.get(i + 1).rows().last() - chunks.get(i).rows().first();
      if (rows < fewest) {
        smallest = i;
        fewest = rows;
      }
    }
    chunks.set(smallest, chunks.get(smallest).and(chunks.remove(smallest + 1)));
  }

  /**
   * Forgets the rows before this one.
   *
   * @return those that are forgotten whole
   */
  List<Chunk> forgetBefore(long row) {
    List<Chunk> forgotten = chunks.stream().takeWhile(chunk -> chunk.rows().last() < row).toList();
    chunks.subList(0, forgotten.size()).clear();
    if (!chunks.isEmpty()) {
      chunks.set(0, chunks.get(0).from(row));
    }
    return forgotten;
  }

  /** Whether a reading of a series at this time may be in a row that is known. */
  boolean covers(int series, long time) {
    return chunks.stream().anyMatch(chunk -> chunk.covers(series, time, time));
  }

  /**
   * The first row from which on rows are needed.
   *
   * @param neededFrom per number of a series the earliest time of which readings are
   * @param since not before the earliest of them
   * @param none what to answer if no row is needed
   */
  long firstNeeded(IntToLongFunction neededFrom, long since, long none) {
    return chunks.stream()
        .filter(chunk -> chunk.reaches(since) || chunk.reaches(neededFrom))
        .findFirst()
        .map(chunk -> chunk.rows().first())
        .orElse(none);
  }

  /** Whether a reading of a series within [first, last] may be more than an original in a row that is known. */
  boolean mayBeAmended(int series, long first, long last) {
    return chunks.stream().anyMatch(chunk -> chunk.mayBeAmended(series, first, last));
  }

  /** The latest time before this one at which a series is known to have a record, {@link Values#NONE} without one. */
  long anyBefore(int series, long time) {
    return chunks.stream().mapToLong(chunk -> chunk.anyBefore(series, time)).reduce(Values.NONE, Math::max);
  }

  /** Whether a series may break the band at a time within [first, last]. */
  boolean mayBreak(int series, long first, long last, Band band) {
    return chunks.stream().anyMatch(chunk -> chunk.covers(series, first, last) && chunk.mayBreak(series, band));
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
