package kongo.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kongo.violation.Correction;

/**
 * What one record says: that a move was made, or that it was not.
 *
 * @param correction code of {@link Correction}; of several records of one move the one with the highest counts
 */
record MoveSaid(Move move, int correction) implements Comparable<MoveSaid> {

  private static final Comparator<MoveSaid> ORDER =
      Comparator.comparing(MoveSaid::move).thenComparingInt(MoveSaid::correction);

  boolean isVoid() {
    return Correction.of(correction).isVoid();
  }

  int number() {
    return Correction.of(correction).number();
  }

  /** With names that all moves of the process share. */
  MoveSaid shared() {
    return new MoveSaid(move.shared(), correction);
  }

  /** The moves that were made. */
  static List<Move> counting(List<MoveSaid> sorted) {
    List<Move> moves = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      boolean counts = i + 1 == sorted.size() || !sorted.get(i + 1).move.equals(sorted.get(i).move);
      if (counts && !sorted.get(i).isVoid()) {
        moves.add(sorted.get(i).move);
      }
    }
    return moves;
  }

  /** By move, as its order is, then by correction. */
  @Override
  public int compareTo(MoveSaid other) {
    return ORDER.compare(this, other);
  }
}
