package kongo.replay;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Of the rows of one journal those that count: where two incarnations of an entity wrote, the rows of the newer one, as
 * a recovery chooses them. What is missing or written twice is noted.
 */
final class EffectiveRows {

  private final String persistenceId;
  private final JournalFaults faults;
  private final Consumer<JournalRow> counting;
  private final Set<String> olderWriters = new HashSet<>();

  private Optional<JournalRow> last = Optional.empty();
  private Optional<JournalRow> held = Optional.empty();
  private String writer = "";
  private final LongPredicate deleted;
  private long expected;

  EffectiveRows(String persistenceId, JournalFaults faults, Consumer<JournalRow> counting) {
    this(persistenceId, 0, number -> false, faults, counting);
  }

  /**
   * @param deletedTo rows up to this one are not given
   * @param deleted whether the rows up to one have been deleted since
   */
  EffectiveRows(
      String persistenceId, long deletedTo, LongPredicate deleted, JournalFaults faults, Consumer<JournalRow> counting) {
    this.expected = deletedTo + 1;
    this.deleted = deleted;
    this.persistenceId = persistenceId;
    this.faults = faults;
    this.counting = counting;
  }

  void take(JournalRow row) {
    boolean isAgain = last.filter(before -> before.sequenceNr() == row.sequenceNr()).isPresent();
    if (isAgain) {
      faults.writtenTwice().add("%s %d, by %s and %s".formatted(
          persistenceId, row.sequenceNr(), last.orElseThrow().writer(), row.writer()));
    } else {
      letGo();
    }
    if (!olderWriters.contains(row.writer())) {
      follow(row);
    } else if (!isAgain) {
      faults.olderWriter().add("%s %d, by %s after %s".formatted(persistenceId, row.sequenceNr(), row.writer(), writer));
    }
    last = Optional.of(row);
  }

  private void follow(JournalRow row) {
    if (!row.writer().equals(writer)) {
      olderWriters.add(writer);
      writer = row.writer();
    }
    held = Optional.of(row);
  }

  /** To be called after the last row. */
  void end() {
    letGo();
  }

  private void letGo() {
    held.ifPresent(row -> {
      if (row.sequenceNr() > expected && !deleted.test(row.sequenceNr() - 1)) {
        faults.gaps().add(missing(row.sequenceNr() - 1));
      }
      expected = row.sequenceNr() + 1;
      counting.accept(row);
    });
    held = Optional.empty();
  }

  private String missing(long until) {
    return until == expected
        ? "%s %d is missing".formatted(persistenceId, until)
        : "%s %d to %d are missing".formatted(persistenceId, expected, until);
  }
}
