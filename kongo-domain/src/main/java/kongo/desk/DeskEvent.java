package kongo.desk;

import java.util.List;
import kongo.violation.Cause;
import kongo.violation.Revision;

/** What a Desk journals. */
public sealed interface DeskEvent {

  void applyTo(DeskState state);

  /** Revisions of violations that were new, in the order in which they came. */
  record RevisionsHeard(List<Revision> revisions) implements DeskEvent {

    @Override
    public void applyTo(DeskState state) {
      state.take(this);
    }
  }

  /** @param version offset of the last book that the Desk has heard of */
  record RulesSeen(long version, Cause cause) implements DeskEvent {

    @Override
    public void applyTo(DeskState state) {
      state.take(this);
    }
  }

  /**
   * All effects of the events before are published: a recovery need not publish them again.
   *
   * @param sequenceNr of the last of them
   */
  record EffectsPublished(long sequenceNr) implements DeskEvent {

    @Override
    public void applyTo(DeskState state) {
      state.take(this);
    }
  }
}
