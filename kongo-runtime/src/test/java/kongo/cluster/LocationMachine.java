package kongo.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kongo.location.History;
import kongo.location.HistoryMissing;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.RuleIndex;
import kongo.location.SequenceRange;
import kongo.violation.Revision;

/** A Location in the simulated cluster; what it needs of older readings it reads from its journal. */
record LocationMachine(
    String id, RuleIndex rules, LocationSettings settings, List<LocationEvent> journal, LocationState state)
    implements Machine<LocationCommand, LocationEvent, LocationReply> {

  static LocationMachine empty(String id, RuleIndex rules, LocationSettings settings, List<LocationEvent> journal) {
    return new LocationMachine(id, rules, settings, journal, LocationState.empty(id, rules, settings));
  }

  @Override
  public Optional<LocationEvent> decide(LocationCommand command) {
    return withHistory(history -> state.decide(command, history));
  }

  @Override
  public void apply(long sequenceNr, LocationEvent event) {
    state.apply(sequenceNr, event);
  }

  @Override
  public List<Revision> effects() {
    return withHistory(state::effects);
  }

  @Override
  public LocationReply reply(LocationCommand command) {
    return state.reply(command);
  }

  @Override
  public long version() {
    return state.version();
  }

  @Override
  public LocationMachine copied() {
    effects();
    return new LocationMachine(
        id, rules, settings, journal, LocationState.restore(id, rules, settings, state.snapshot()));
  }

  private <T> T withHistory(Function<History, T> question) {
    History history = History.EMPTY;
    while (true) {
      try {
        return question.apply(history);
      } catch (HistoryMissing missing) {
        history = history.plus(missing.rows(), rows(missing.rows()));
      }
    }
  }

  private List<ReadingsAccepted> rows(List<SequenceRange> ranges) {
    List<ReadingsAccepted> rows = new ArrayList<>();
    for (SequenceRange range : ranges) {
      journal.subList((int) range.first() - 1, (int) range.last()).stream()
          .filter(ReadingsAccepted.class::isInstance)
          .map(ReadingsAccepted.class::cast)
          .forEach(rows::add);
    }
    return rows;
  }
}
