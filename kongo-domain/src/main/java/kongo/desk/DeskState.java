package kongo.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.alarm.Heard;
import kongo.alarm.Incident;
import kongo.alarm.IncidentChange;
import kongo.alarm.Incidents;
import kongo.desk.DeskCommand.Published;
import kongo.desk.DeskCommand.TakeRevisions;
import kongo.desk.DeskCommand.TakeRules;
import kongo.desk.DeskEvent.EffectsPublished;
import kongo.desk.DeskEvent.RevisionsHeard;
import kongo.desk.DeskEvent.RulesSeen;
import kongo.alarm.IncidentRevised;
import kongo.rules.RuleHistory;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Revision;
import kongo.violation.Violation;

/**
 * The incidents of one owner, as its violations are heard of. Revisions come from several partitions, so in any order, and
 * repeatedly. Mutable; one thread at a time.
 */
public final class DeskState {

  private static final long NEVER = Long.MIN_VALUE;
  /** Of the retention: what is not needed any more goes when so much of it has come together. */
  private static final int PARTS = 8;

  private final String owner;
  private final DeskBooks books;
  private final DeskSettings settings;
  private final Incidents incidents;
  private long version;
  private long rules;
  private long newest = NEVER;
  private long closedBefore = NEVER;
  private List<IncidentRevised> effects = List.of();

  private DeskState(String owner, DeskBooks books, DeskSettings settings, long rules) {
    this.owner = owner;
    this.books = books;
    this.settings = settings;
    this.rules = rules;
    this.incidents = new Incidents(books.of(rules));
  }

  /** @param owner id of the Location or Goods */
  public static DeskState empty(String owner, DeskBooks books, DeskSettings settings) {
    return new DeskState(owner, books, settings, RuleHistory.CONFIGURED);
  }

  public static DeskState restore(String owner, DeskBooks books, DeskSettings settings, DeskSnapshot snapshot) {
    DeskState state = new DeskState(owner, books, settings, snapshot.rules());
    state.version = snapshot.version();
    state.newest = snapshot.newest();
    state.closedBefore = snapshot.closedBefore();
    snapshot.heard().forEach(one -> state.incidents.take(one.revision(), one.violation()));
    state.effects = snapshot.effects();
    return state;
  }

  public DeskSnapshot snapshot() {
    List<Heard> heard = incidents.heard().stream().sorted(Comparator.comparing(one -> one.violation().id())).toList();
    return new DeskSnapshot(version, rules, newest, closedBefore, heard, effects);
  }

  /** Sequence number of the last event applied. */
  public long version() {
    return version;
  }

  /** Offset of the last book that it has heard of. */
  public long rulesVersion() {
    return rules;
  }

  /** All that are, OPEN or CLOSED, in no order. */
  public List<Incident> incidents() {
    return incidents.all();
  }

  /** What the last event caused. */
  public List<IncidentRevised> effects() {
    return effects;
  }

  /** Changes nothing. */
  public Decision<DeskEvent> decide(DeskCommand command) {
    return command.decide(this);
  }

  Decision<DeskEvent> decide(TakeRevisions command) {
    List<Revision> news = command.published().stream().map(Published::revision).filter(this::isNews).toList();
    Optional<DeskEvent> event = news.isEmpty() ? Optional.empty() : Optional.of(new RevisionsHeard(news));
    return new Decision<>(event, List.of(), command.size() - news.size());
  }

  private boolean isNews(Revision revision) {
    Heard heard = new Heard(revision.number(), revision.violation());
    return incidents.revision(revision.violation().id()).stream().allMatch(known -> known < revision.number()) && !isForgotten(heard);
  }

  /** What is known still is changed until it is forgotten, however old it is. */
  private boolean isForgotten(Heard heard) {
    return heard.end() < closedBefore && incidents.revision(heard.violation().id()).isEmpty();
  }

  Decision<DeskEvent> decide(TakeRules command) {
    return command.version() > rules ? Decision.of(new RulesSeen(command.version(), command.cause())) : Decision.none();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, DeskEvent event) {
    version = sequenceNr;
    effects = List.of();
    event.applyTo(this);
  }

  void take(RevisionsHeard event) {
    Map<String, IncidentRevised> last = new LinkedHashMap<>();
    for (Revision revision : event.revisions()) {
      List<IncidentChange> changes = incidents.take(revision.number(), asSeenHere(revision.violation()));
      changes.forEach(change -> last.put(change.incident().id(), revised(change, revision.cause())));
      newest = Math.max(newest, Math.max(revision.violation().from(), reached(revision.violation())));
    }
    effects = inOrder(last.values().stream());
    forget();
  }

  /** By another book a rule may be of another kind, and then what has the same id is somebody else's. */
  private Violation asSeenHere(Violation violation) {
    return owner.equals(Incident.owner(violation)) ? violation : violation.retracted();
  }

  private static long reached(Violation violation) {
    return violation.to() == null ? NEVER : violation.to();
  }

  void take(RulesSeen event) {
    rules = event.version();
    effects = inOrder(incidents.judgeBy(books.of(rules)).stream().map(change -> revised(change, event.cause())));
  }

  void take(EffectsPublished event) {
    // they are no effects any more
  }

  private IncidentRevised revised(IncidentChange change, Cause cause) {
    return new IncidentRevised(version, change, cause);
  }

  /** Those that are no more last. */
  private static List<IncidentRevised> inOrder(Stream<IncidentRevised> revised) {
    return revised.sorted(Comparator.comparing(one -> one.change().isGone())).toList();
  }

  private void forget() {
    long horizon = newest - settings.retentionMillis();
    if (closedBefore == NEVER || horizon - closedBefore >= Math.max(1, settings.retentionMillis() / PARTS)) {
      closedBefore = horizon;
      incidents.forget(horizon);
    }
  }
}
