package kongo.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kongo.entity.Machine;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;

/** What lasts of an entity, whoever owns it: the rows of its events, and its snapshots. */
final class Journal<E, M extends Machine<?, E, ?>> {

  private final List<E> rows = new ArrayList<>();
  private final List<M> snapshots = new ArrayList<>();

  List<E> rows() {
    return rows;
  }

  /** A row of the same number is in the place of the one before. */
  void write(long sequenceNr, E event) {
    int row = (int) sequenceNr - 1;
    if (row < rows.size()) {
      rows.set(row, event);
    } else {
      rows.add(event);
    }
  }

  void keep(M snapshot) {
    snapshots.add(snapshot);
  }

  /** As it is after a recovery. */
  M recovered(Life<?, E, ?, M> life) {
    M recovered = snapshots.isEmpty() ? life.empty() : life.copied(snapshots.get(snapshots.size() - 1));
    for (int i = (int) recovered.version(); i < rows.size(); i++) {
      recovered.apply(i + 1, rows.get(i));
    }
    return recovered;
  }

  List<ReadingsAccepted> readings(List<SequenceRange> ranges) {
    return ranges.stream()
        .<E>flatMap(range -> rows.subList((int) range.first() - 1, (int) range.last()).stream())
        .<ReadingsAccepted>flatMap(row -> row instanceof ReadingsAccepted readings ? Stream.of(readings) : Stream.empty())
        .toList();
  }
}
