package kongo.entity;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import kongo.goods.Effect;
import kongo.goods.ViolationRevised;
import kongo.location.DeferralHint;
import kongo.location.History;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationReply;
import kongo.location.LocationReport;
import kongo.location.LocationSnapshot;
import kongo.location.LocationState;
import kongo.location.RuleIndex;
import kongo.location.SequenceRange;
import kongo.report.Cursor;
import kongo.violation.Decision;

/** A Location with the rows of its journal that the present turn has needed so far. */
public final class LocationMachine implements Machine<LocationCommand, LocationEvent, LocationReply> {

  private final LocationState state;
  private final AnswerLimit limit;
  private final Optional<IntSupplier> readingsInMemory;
  private History history = History.EMPTY;

  public LocationMachine(LocationState state, AnswerLimit limit) {
    this(state, limit, Optional.empty());
  }

  /** @param readingsInMemory how many readings it may keep in memory, asked before each event */
  public LocationMachine(LocationState state, AnswerLimit limit, IntSupplier readingsInMemory) {
    this(state, limit, Optional.of(readingsInMemory));
  }

  private LocationMachine(LocationState state, AnswerLimit limit, Optional<IntSupplier> readingsInMemory) {
    this.state = state;
    this.limit = limit;
    this.readingsInMemory = readingsInMemory;
  }

  @Override
  public long version() {
    return state.version();
  }

  @Override
  public Decision<LocationEvent> decide(LocationCommand command) {
    return state.decide(command, history);
  }

  @Override
  public void apply(long sequenceNr, LocationEvent event) {
    readingsInMemory.ifPresent(most -> state.keepReadings(most.getAsInt()));
    state.apply(sequenceNr, event);
  }

  @Override
  public List<Effect> effects() {
    return ViolationRevised.each(state.effects(history));
  }

  @Override
  public LocationReply reply(LocationCommand command, Decision<LocationEvent> decision) {
    return limit.fitting(state.reply(command, decision));
  }

  @Override
  public long firstRowNeeded() {
    return state.firstRowNeeded();
  }

  @Override
  public LocationEvent effectsPublished() {
    return new LocationEvent.EffectsPublished(state.version());
  }

  /** Readings that the next events leave in memory at most. */
  public void keepReadings(int most) {
    state.keepReadings(most);
  }

  /** From the next event on these rules count. */
  public void judgeBy(RuleIndex next) {
    state.judgeBy(next);
  }

  public DeferralHint harmless() {
    return state.harmless();
  }

  /**
   * A page of what people see, as long as an answer may be, or longer if there is no shorter one.
   *
   * @param about what concerns this Goods only; empty: everything
   * @throws kongo.location.HistoryMissing if rows of the own journal have to be learned first
   */
  public LocationReport report(Optional<String> about, Cursor after) {
    LocationReport whole = state.report(history);
    return ReportPages.of(about.map(whole::about).orElse(whole), after, limit.bytes());
  }

  public LocationSnapshot snapshot() {
    return state.snapshot();
  }

  @Override
  public void learn(List<SequenceRange> ranges, List<ReadingsAccepted> rows) {
    history = history.plus(ranges, rows);
  }

  @Override
  public void forget() {
    history = History.EMPTY;
  }
}
