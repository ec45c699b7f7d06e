package kongo.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kongo.entity.Machine;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;

/** What lasts of an entity, whoever owns it: the rows of its events, and its snapshots. */
final class Journal<E, M extends Machine<?, E, ?>> {

  private final Journaled<E> rows = new Journaled<>();
  private final List<M> snapshots = new ArrayList<>();

  /** All that were ever written. */
  List<E> rows() {
    return rows.all();
  }

  /** A row of the same number is in the place of the one before. */
  void write(long sequenceNr, E event) {
    rows.put(sequenceNr, event);
  }

  void keep(M snapshot) {
    snapshots.removeIf(one -> one.version() >= snapshot.version());
    snapshots.add(snapshot);
  }

  /** Deletes what a state that was just kept does not need, nor a recovery from the snapshot before it. */
  void deleteOld(M state) {
    if (snapshots.size() > 1) {
      rows.deleteBefore(Math.min(snapshots.get(snapshots.size() - 2).version(), state.firstRowNeeded()));
    }
  }

  /** As it is after a recovery; sometimes the newest snapshot cannot be read, but the one before can. */
  M recovered(Life<?, E, ?, M> life, Random random) {
    int newest = snapshots.size() - 1;
    int readable = newest > 0 && random.nextInt(4) == 0 ? newest - 1 : newest;
    M recovered = readable < 0 ? life.empty() : life.copied(snapshots.get(readable));
    for (long number = recovered.version() + 1; number <= rows.last(); number++) {
      recovered.apply(number, rows.row(number));
    }
    return recovered;
  }

  List<ReadingsAccepted> readings(List<SequenceRange> ranges) {
    return rows.readings(ranges);
  }
}
