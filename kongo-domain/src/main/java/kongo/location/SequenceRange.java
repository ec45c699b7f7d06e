package kongo.location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows of a journal, both ends included. */
public record SequenceRange(long first, long last) {

  /** The same rows in as few ranges as there can be, ascending. */
  public static List<SequenceRange> joined(List<SequenceRange> ranges) {
    List<SequenceRange> joined = new ArrayList<>();
    for (SequenceRange next : ranges.stream().sorted(Comparator.comparingLong(SequenceRange::first)).toList()) {
      int end = joined.size() - 1;
      if (end >= 0 && next.first <= joined.get(end).last + 1) {
        joined.set(end, new SequenceRange(joined.get(end).first, Math.max(joined.get(end).last, next.last)));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
