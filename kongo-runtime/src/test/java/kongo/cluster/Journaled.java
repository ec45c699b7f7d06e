package kongo.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;

/** What one entity has journaled, from 1 on; what it does not need is deleted at once, and must never be asked for. */
final class Journaled<E> {

  private final List<E> rows = new ArrayList<>();
  private long deleted;

  void add(E event) {
    rows.add(event);
  }

  long last() {
    return rows.size();
  }

  /** A row of the same number is in the place of the one before. */
  void put(long number, E event) {
    if (number <= rows.size()) {
      rows.set((int) number - 1, event);
    } else {
      rows.add(event);
    }
  }

  /** Deletes the rows before this one. */
  void deleteBefore(long row) {
    deleted = Math.max(deleted, Math.min(row - 1, rows.size()));
  }

  /** Whether deleted or not: for the judge. */
  List<E> all() {
    return rows;
  }

  E row(long number) {
    if (number <= deleted) {
      throw new AssertionError("row %d is needed, but %d are deleted".formatted(number, deleted));
    }
    return rows.get((int) number - 1);
  }

  /** The readings in these rows. */
  List<ReadingsAccepted> readings(List<SequenceRange> ranges) {
    return ranges.stream().flatMap(this::readings).toList();
  }

  private Stream<ReadingsAccepted> readings(SequenceRange range) {
    List<ReadingsAccepted> found = new ArrayList<>();
    for (long number = range.first(); number <= range.last(); number++) {
      if (row(number) instanceof ReadingsAccepted readings) {
        found.add(readings);
      }
    }
    return found.stream();
  }
}
