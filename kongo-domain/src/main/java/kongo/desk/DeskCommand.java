package kongo.desk;

import java.util.List;
import kongo.violation.Cause;
import kongo.violation.Command;
import kongo.violation.Decision;
import kongo.violation.Revision;
import kongo.violation.Source;

/** What a Desk is asked to take in. */
public sealed interface DeskCommand extends Command<DeskCommand> {

  Decision<DeskEvent> decide(DeskState state);

  /**
   * A revision of a violation as it came.
   *
   * @param offset of the record of the violation, as a {@link kongo.violation.Position}
   * @param timestamp of that record, milliseconds since the epoch
   * @param revision with the record that caused the violation
   */
  record Published(long offset, long timestamp, Revision revision) {}

  /** @param source of the records of the violations; of one partition, in its order */
  record TakeRevisions(Source source, List<Published> published) implements DeskCommand {

    @Override
    public Decision<DeskEvent> decide(DeskState state) {
      return state.decide(this);
    }

    @Override
    public int size() {
      return published.size();
    }

    @Override
    public DeskCommand part(int from, int to) {
      return new TakeRevisions(source, List.copyOf(published.subList(from, to)));
    }

    @Override
    public Cause cause() {
      return source.cause(published.get(0).offset(), published.get(0).timestamp());
    }
  }

  /** There is a rule book that may say otherwise what is close to each other. */
  record TakeRules(long version, Cause cause) implements DeskCommand {

    @Override
    public Decision<DeskEvent> decide(DeskState state) {
      return state.decide(this);
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public DeskCommand part(int from, int to) {
      return this;
    }
  }
}
