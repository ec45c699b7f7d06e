package kongo.goods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kongo.goods.GoodsCommand.SayAgain;
import kongo.goods.GoodsCommand.TakeEvidence;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.GoodsEvent.EffectsPublished;
import kongo.goods.GoodsEvent.EvidenceSeen;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.goods.GoodsFacts.Saying;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.Registration;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Differences;
import kongo.violation.RefusedOffsets;
import kongo.violation.Revision;

/**
 * A Goods as a state machine: command in, at most one event out, effects derived from the event. Mutable, used by one
 * thread, in the same way as {@link kongo.location.LocationState}.
 *
 * <p>It also keeps what the registry says of its id, places included: only so does a Location hear that its profile
 * was replaced by that of a Goods, without a Location being woken for every Goods.
 */
public final class GoodsState {

  private static final long NOTHING = -1;

  private final String id;
  private final GoodsSettings settings;

  private long version;
  private GoodsFacts facts = GoodsFacts.NONE;
  private RefusedOffsets refused = new RefusedOffsets();
  private long lastMoveOffset = NOTHING;
  private long registeredAt = NOTHING;
  private List<String> registrationTouched = List.of();
  private boolean wasPlace;
  private Optional<PlaceProfile> place = Optional.empty();
  private Optional<Cause> cause = Optional.empty();

  private GoodsFacts before = GoodsFacts.NONE;
  private long changedFrom;
  private Optional<List<Effect>> effects = Optional.of(List.of());
  private Optional<Next> next = Optional.empty();

  /** Where moves that were decided, but not yet applied, put the Goods: it need not be found out twice. */
  private record Next(List<Move> moves, GoodsFacts closed, Itinerary itinerary) {}

  private GoodsState(String id, GoodsSettings settings) {
    this.id = id;
    this.settings = settings;
  }

  public static GoodsState empty(String id, GoodsSettings settings) {
    return new GoodsState(id, settings);
  }

  public static GoodsState restore(String id, GoodsSettings settings, GoodsSnapshot snapshot) {
    GoodsState state = new GoodsState(id, settings);
    state.version = snapshot.version();
    state.facts = GoodsFacts.of(snapshot.opening(), snapshot.moves(), snapshot.profile(), snapshot.evidence());
    state.refused = new RefusedOffsets(snapshot.refusedOffsets());
    state.lastMoveOffset = snapshot.lastMoveOffset();
    state.cause = snapshot.cause();
    state.registeredAt = snapshot.registeredAt();
    state.registrationTouched = snapshot.registrationTouched();
    state.wasPlace = snapshot.wasPlace();
    state.place = snapshot.place();
    state.effects = Optional.of(snapshot.lastEffects());
    return state;
  }

  public GoodsSnapshot snapshot() {
    return new GoodsSnapshot(
        version, facts.opening(), facts.moves(), facts.profile(), facts.evidence(), refused.toArray(), lastMoveOffset, cause, registeredAt,
        registrationTouched, wasPlace, place,
        effects());
  }

  /** Sequence number of the last event applied. */
  public long version() {
    return version;
  }

  /** What to make of a command; changes nothing. */
  public Decision<GoodsEvent> decide(GoodsCommand command) {
    return command.decide(this);
  }

  Decision<GoodsEvent> decide(TakeMoves command) {
    MoveBatch batch = command.batch();
    MoveVerdict verdict = MoveVerdict.of(batch, facts, refused, lastMoveOffset, settings.retentionMillis());
    Optional<GoodsEvent> event =
        verdict.isEmpty(lastMoveOffset) ? Optional.empty() : Optional.of(accepted(batch, verdict));
    return new Decision<>(event, verdict.refusals(), verdict.duplicates());
  }

  private GoodsEvent accepted(MoveBatch batch, MoveVerdict verdict) {
    long closedBefore = facts.closable(batch.settledBefore(), settings);
    GoodsFacts closed = facts.closedBefore(closedBefore);
    Itinerary after = closed.itineraryWith(verdict.fresh());
    next = Optional.of(new Next(verdict.fresh(), closed, after));
    List<String> touched = closed.differing(after, GoodsFacts.earliest(verdict.fresh()));
    return verdict.event(batch.source(), touched, closedBefore);
  }

  Decision<GoodsEvent> decide(TakeRegistration command) {
    if (command.cause().offset() <= registeredAt) {
      return Decision.none();
    }
    Registration registration = command.registration();
    Optional<GoodsProfile> goods = as(GoodsProfile.class, registration);
    boolean changes = !goods.orElse(GoodsProfile.NONE).equals(facts.profile());
    List<String> touched = changes ? locationsOfStays() : List.of();
    return Decision.of(new Registered(goods, as(PlaceProfile.class, registration), command.cause(), touched));
  }

  private static <T extends Registration> Optional<T> as(Class<T> type, Registration registration) {
    return type.isInstance(registration) ? Optional.of(type.cast(registration)) : Optional.empty();
  }

  Decision<GoodsEvent> decide(TakeEvidence command) {
    ExpiryEvidence evidence = command.evidence();
    List<Stay> stays = facts.itinerary().stays();
    boolean here = !stays.isEmpty()
        && stays.get(stays.size() - 1).isOpen()
        && stays.get(stays.size() - 1).location().equals(evidence.location());
    long useBy = facts.profile().useBy();
    boolean matters = here && evidence.time() >= useBy && !facts.provesTime(useBy, evidence.location());
    return matters
        ? Decision.of(new EvidenceSeen(evidence.location(), evidence.time(), evidence.cause()))
        : Decision.none();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, GoodsEvent event) {
    version = sequenceNr;
    before = facts;
    effects = Optional.empty();
    event.applyTo(this);
  }

  void take(MovesAccepted event) {
    Next taken = next(event);
    before = taken.closed();
    facts = before.withMoves(version, event.moves(), event.offsets(), event.touched(), taken.itinerary());
    changedFrom = GoodsFacts.earliest(event.moves());
    int last = event.moves().size() - 1;
    if (last >= 0) {
      cause = Optional.of(event.source().cause(event.offsets()[last], event.timestamps()[last]));
      lastMoveOffset = Math.max(lastMoveOffset, event.offsets()[last]);
    }
    refused.add(event.refusedOffsets());
    lastMoveOffset = Arrays.stream(event.refusedOffsets()).reduce(lastMoveOffset, Math::max);
  }

  private Next next(MovesAccepted event) {
    Optional<Next> decided = next.filter(known -> known.moves() == event.moves());
    next = Optional.empty();
    return decided.orElseGet(
        () -> {
          GoodsFacts closed = facts.closedBefore(event.closedBefore());
          return new Next(event.moves(), closed, closed.itineraryWith(event.moves()));
        });
  }

  void take(Registered event) {
    changedFrom = Long.MIN_VALUE;
    facts = facts.withProfile(event.goods().orElse(GoodsProfile.NONE));
    place = event.place();
    wasPlace |= event.place().isPresent();
    registeredAt = event.cause().offset();
    registrationTouched = event.touched();
    cause = Optional.of(event.cause());
  }

  void take(EvidenceSeen event) {
    changedFrom = Stay.OPEN;
    facts = facts.withEvidence(event.location(), event.time());
    cause = Optional.of(event.cause());
  }

  void take(EffectsPublished event) {
    effects = Optional.of(List.of());
  }

  /** What the last event changed in the violations, and in where the Goods was. */
  public List<Effect> effects() {
    if (effects.isEmpty()) {
      List<Effect> caused = new ArrayList<>(ViolationRevised.each(revisions()));
      staysChanged().ifPresent(caused::add);
      effects = Optional.of(List.copyOf(caused));
      before = facts;
    }
    return effects.get();
  }

  private List<Revision> revisions() {
    return Differences.between(
        GoodsViolations.since(changedFrom, id, before), GoodsViolations.since(changedFrom, id, facts), version,
        v -> cause.orElseThrow());
  }

  private Optional<StaysChanged> staysChanged() {
    if (before.itinerary() == facts.itinerary()) {
      return Optional.empty();
    }
    List<Stay> was = before.itinerary().staysFrom(changedFrom);
    List<Stay> are = facts.itinerary().staysFrom(changedFrom);
    return StaysChanged.between(id, version, changedFrom, was, are, cause.orElseThrow());
  }

  /**
   * The answer to a command whose event, if any, has been applied. What Locations have to be told is in it again.
   *
   * @param decision what was decided about it
   */
  public GoodsReply reply(GoodsCommand command, Decision<GoodsEvent> decision) {
    return command.reply(this, decision);
  }

  GoodsReply reply(TakeMoves command, Decision<GoodsEvent> decision) {
    List<Told> told = toldOf(command.batch().moves());
    return new GoodsReply(decision.refusals(), decision.duplicates(), told, List.of(), Optional.empty());
  }

  GoodsReply reply(TakeRegistration command) {
    boolean latest = command.cause().offset() == registeredAt;
    return telling(toldOfItself(latest ? registrationTouched : locationsOfStays()), placeToTell());
  }

  /** The Location has to hear that it need not give the evidence again, also where the Goods knew it already. */
  GoodsReply reply(TakeEvidence command) {
    return telling(toldOfItself(List.of(command.evidence().location())), Optional.empty());
  }

  GoodsReply reply(SayAgain command) {
    List<Told> told = version == 0 ? List.of() : List.of(toldAgain(command.location(), command.heard()));
    return telling(told, Optional.empty());
  }

  private static GoodsReply telling(List<Told> told, Optional<PlaceAt> place) {
    return new GoodsReply(List.of(), 0, told, List.of(), place);
  }

  private Optional<PlaceAt> placeToTell() {
    return wasPlace ? cause.map(c -> new PlaceAt(registeredAt, place, c)) : Optional.empty();
  }

  /** To each Location that the events of these moves touched: its stays there from where the first of them changed any. */
  private List<Told> toldOf(List<Move> moves) {
    Map<String, Long> firstEvents = new TreeMap<>();
    for (Move move : moves) {
      facts.known(move).ifPresent(
          known -> known.touched().forEach(location -> firstEvents.merge(location, known.version(), Math::min)));
    }
    List<Told> told = new ArrayList<>();
    firstEvents.forEach((location, event) -> told.add(told(location, event)));
    return told;
  }

  /** Of its profile, and what it knows of its expiry; its stays are as it said before. */
  private List<Told> toldOfItself(List<String> locations) {
    return locations.stream().map(location -> told(location, version + 1)).toList();
  }

  private Told told(String location, long event) {
    return told(location, facts.saying(location, event));
  }

  /** Of moves that are folded nobody knows any more which of them were said: then it is all that is kept. */
  private Told toldAgain(String location, long heard) {
    Saying since = facts.saying(location, heard + 1);
    boolean all = heard == 0 && !facts.opening().isNone();
    return told(location, all ? new Saying(0, Math.min(since.from(), facts.opening().before())) : since);
  }

  private Told told(String location, Saying saying) {
    List<Stay> stays = facts.staysAt(location, saying.from());
    boolean expiryKnown = facts.provesTime(facts.profile().useBy(), location);
    return new Told(
        location,
        new GoodsAt(
            id, version, saying.previous(), saying.from(), facts.lastEndAt(location, saying.from()), facts.profile(), stays,
            expiryKnown, cause.orElseThrow()));
  }

  private List<String> locationsOfStays() {
    Set<String> locations = new LinkedHashSet<>();
    facts.itinerary().stays().forEach(stay -> locations.add(stay.location()));
    return List.copyOf(locations);
  }

  /** The first row of the own journal that brought something which is not folded; 1 until books are closed. */
  public long firstRowNeeded() {
    return facts.opening().isNone() ? 1 : facts.firstEvent(version + 1);
  }

  public GoodsReport report() {
    List<Stay> stays = facts.itinerary().stays();
    return new GoodsReport(
        id,
        version,
        facts.opening().before(),
        facts.profile(),
        stays.stream().filter(Stay::isOpen).reduce((first, last) -> last),
        stays,
        List.copyOf(GoodsViolations.of(id, facts).values()),
        Optional.empty());
  }
}
