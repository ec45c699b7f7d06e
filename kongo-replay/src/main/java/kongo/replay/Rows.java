package kongo.replay;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Journals by id, wherever they are kept; safe for several threads. */
interface Rows {

  /** All journals, in the order of their persistence ids. */
  List<JournalId> ids();

  /** All rows of one journal by sequence number, those of one number in the order in which they were written. */
  void rows(JournalId id, Consumer<JournalRow> action);

  /** The newest snapshot of one entity; its number is that of the last event in it. */
  Optional<JournalRow> snapshot(JournalId id);

  /** Up to which number rows may have been deleted by now. */
  long deletedTo(JournalId id);
}
