package kongo.replay;

/**
 * What became of input records, in numbers.
 *
 * @param journaled in a journal row
 * @param deadLetters not, but in the dead letters
 * @param both in a journal row and in the dead letters; counted as journaled
 * @param duplicates neither, but repetitions of one with a lower offset that is in a journal row
 * @param deleted none of these, but from before what their entity has kept: their rows are deleted
 * @param unknown offsets in journal rows beyond the end of their partition: other topics were here before
 */
public record Balance(long records, long journaled, long deadLetters, long both, long duplicates, long deleted, long unknown) {

  static final Balance NONE = new Balance(0, 0, 0, 0, 0, 0, 0);
  static final Balance DUPLICATE = new Balance(0, 0, 0, 0, 1, 0, 0);
  static final Balance DELETED = new Balance(0, 0, 0, 0, 0, 1, 0);

  static Balance one(boolean isJournaled, boolean isDead) {
    return new Balance(1, isJournaled ? 1 : 0, isDead && !isJournaled ? 1 : 0, isDead && isJournaled ? 1 : 0, 0, 0, 0);
  }

  static Balance unknown(long count) {
    return new Balance(0, 0, 0, 0, 0, 0, count);
  }

  Balance plus(Balance other) {
    return new Balance(
        records + other.records, journaled + other.journaled, deadLetters + other.deadLetters, both + other.both,
        duplicates + other.duplicates, deleted + other.deleted, unknown + other.unknown);
  }

  /** Records that nothing became of. */
  public long residual() {
    return records - journaled - deadLetters - duplicates - deleted;
  }
}
