package kongo.reference;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.goods.Move;
import kongo.violation.Correction;

/** The moves of one Goods that count, and all records that were accepted of them. */
public final class Moves {

  private static final int ORIGINAL = 0;

  private final Set<Move> counting = new TreeSet<>();

  /** Of each move of which there are not only originals: whether each correction says that it was made. */
  private final Map<Move, TreeMap<Integer, Boolean>> corrected = new TreeMap<>();

  /** Takes in a record if it is to be accepted; says whether it is. */
  public Said take(Move move, Correction correction) {
    TreeMap<Integer, Boolean> known = new TreeMap<>(corrected.getOrDefault(move, new TreeMap<>()));
    if (known.isEmpty() && counting.contains(move)) {
      known.put(ORIGINAL, true);
    }
    Boolean before = known.putIfAbsent(correction.number(), !correction.isVoid());
    if (before != null) {
      return before == !correction.isVoid() ? Said.THE_SAME : Said.SOMETHING_ELSE;
    }
    if (!correction.equals(Correction.ORIGINAL) || corrected.containsKey(move)) {
      corrected.put(move, known);
    }
    if (known.lastEntry().getValue()) {
      counting.add(move);
    } else {
      counting.remove(move);
    }
    return Said.SOMETHING_NEW;
  }

  /** Those that were made. */
  public Set<Move> counting() {
    return Collections.unmodifiableSet(counting);
  }

  /** Those of which a record was accepted, void or not. */
  public Set<Move> all() {
    Set<Move> all = new TreeSet<>(counting);
    all.addAll(corrected.keySet());
    return all;
  }
}
