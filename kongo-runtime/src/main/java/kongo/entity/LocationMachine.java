package kongo.entity;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import kongo.effect.Effect;
import kongo.goods.ViolationRevised;
import kongo.location.Backlog;
import kongo.location.DeferralHint;
import kongo.location.History;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationCommand.TakeRules;
import kongo.location.LocationEvent;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationReply;
import kongo.location.LocationReport;
import kongo.location.LocationSnapshot;
import kongo.location.LocationState;
import kongo.location.ReadingBatch;
import kongo.location.SequenceRange;
import kongo.report.Cursor;
import kongo.violation.Decision;

/** A Location with the rows of its journal that the present turn has needed so far. */
public final class LocationMachine implements Machine<LocationCommand, LocationEvent, LocationReply> {

  private final LocationState state;
  private final AnswerLimit limit;
  private final Optional<IntSupplier> readingsInMemory;
  private final AcceptedReadings acceptedReadings;
  private final BookNews books;
  private History history = History.EMPTY;

  /** One to whom nobody ever sends a rule book. */
  public LocationMachine(LocationState state, AnswerLimit limit) {
    this(state, limit, BookNews.NONE);
  }

  public LocationMachine(LocationState state, AnswerLimit limit, BookNews books) {
    this(state, limit, books, Backlog.NONE);
  }

  /** @param backlog which of its readings are still to come */
  public LocationMachine(LocationState state, AnswerLimit limit, BookNews books, Backlog backlog) {
    this(state, limit, books, backlog, Optional.empty(), AcceptedReadings.UNCOUNTED);
  }

  /** @param readingsInMemory how many readings it may keep in memory, asked before each event */
  public LocationMachine(
      LocationState state, AnswerLimit limit, BookNews books, Backlog backlog, IntSupplier readingsInMemory,
      AcceptedReadings acceptedReadings) {
    this(state, limit, books, backlog, Optional.of(readingsInMemory), acceptedReadings);
  }

  private LocationMachine(
      LocationState state, AnswerLimit limit, BookNews books, Backlog backlog, Optional<IntSupplier> readingsInMemory,
      AcceptedReadings acceptedReadings) {
    state.heed(backlog);
    this.state = state;
    this.limit = limit;
    this.books = books;
    this.readingsInMemory = readingsInMemory;
    this.acceptedReadings = acceptedReadings;
  }

  @Override
  public long version() {
    return state.version();
  }

  @Override
  public Optional<LocationCommand> news() {
    return BookNews.isYoung(version())
        ? books.newest().filter(newest -> newest.version() > state.rulesVersion()).map(newest -> new TakeRules(newest.version(), newest.cause()))
        : Optional.empty();
  }

  @Override
  public boolean hasToWait(LocationCommand command) {
    return state.hasToWait(command);
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
    LocationReply reply = limit.fitting(state.reply(command, decision));
    if (command instanceof TakeReadings taken) {
      decision.event().ifPresent(event -> count(taken.batch(), event));
    }
    return reply;
  }

  private void count(ReadingBatch batch, LocationEvent event) {
    if (event instanceof ReadingsAccepted accepted) {
      acceptedReadings.accepted(batch, accepted, state.isRegistered());
    }
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

  /** Offset of the last rule book that it has heard of. */
  public long rulesVersion() {
    return state.rulesVersion();
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
