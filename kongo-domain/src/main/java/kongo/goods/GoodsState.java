package kongo.goods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.effect.Effect;
import kongo.goods.GoodsCommand.SayAgain;
import kongo.goods.GoodsCommand.TakeEvidence;
import kongo.goods.GoodsCommand.TakeLaw;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.GoodsEvent.EffectsPublished;
import kongo.goods.GoodsEvent.EvidenceSeen;
import kongo.goods.GoodsEvent.LawTaken;
import kongo.goods.GoodsEvent.Listened;
import kongo.goods.GoodsEvent.MovesAccepted;
import kongo.goods.GoodsEvent.Registered;
import kongo.goods.GoodsEvent.RegistrationRefused;
import kongo.goods.GoodsFacts.Saying;
import kongo.goods.MoveVerdict.Judged;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.registry.Timeline;
import kongo.violation.Cause;
import kongo.violation.Correction;
import kongo.violation.Decision;
import kongo.violation.Differences;
import kongo.violation.Refusal;
import kongo.violation.RefusedOffsets;
import kongo.violation.Revision;

/**
 * A Goods as a state machine: command in, at most one event out, effects derived from the event. Mutable, used by one
 * thread, in the same way as {@link kongo.location.LocationState}.
 *
 * <p>It also keeps what the registry says of its id, places included: so one entity sees all records of an id, and a Location
 * is woken for none that are not about it.
 */
public final class GoodsState {

  private static final long NOTHING = -1;
  /** No Location has this id. */
  private static final String NOWHERE = "";

  private final String id;
  private final GoodsSettings settings;

  private long version;
  private GoodsFacts facts;
  private RefusedOffsets refused = new RefusedOffsets();
  private RefusedOffsets refusedForConflict = new RefusedOffsets();
  private RefusedOffsets refusedRegistrations = new RefusedOffsets();
  private long lastMoveOffset = NOTHING;
  private long registeredAt = NOTHING;
  private List<String> registrationTouched = List.of();
  private Optional<PlaceType> type = Optional.empty();
  private Timeline<PlaceProfile> place = Timeline.none();
  private Optional<Cause> cause = Optional.empty();

  private GoodsFacts before;
  private boolean isFirst;
  private long violationsFrom;
  private long staysChangedFrom;
  private Optional<List<Effect>> effects = Optional.of(List.of());
  private Optional<Next> next = Optional.empty();

  /** Where moves that were decided, but not yet applied, put the Goods: it need not be found out twice. */
  private record Next(List<Move> moves, GoodsFacts closed, Itinerary itinerary) {}

  private GoodsState(String id, GoodsSettings settings) {
    this.id = id;
    this.settings = settings;
    this.facts = GoodsFacts.none(id, settings.laws().newest());
    this.before = facts;
  }

  public static GoodsState empty(String id, GoodsSettings settings) {
    return new GoodsState(id, settings);
  }

  public static GoodsState restore(String id, GoodsSettings settings, GoodsSnapshot snapshot) {
    GoodsState state = new GoodsState(id, settings);
    state.version = snapshot.version();
    state.facts = GoodsFacts.of(
        settings.laws().of(snapshot.law()), snapshot.opening(), snapshot.moves(), snapshot.profile(), snapshot.evidence(),
        snapshot.rejudged(), new OwnPlace(id, snapshot.type(), snapshot.toldItself()));
    state.refused = new RefusedOffsets(snapshot.refusedOffsets());
    state.refusedForConflict = new RefusedOffsets(snapshot.refusedForConflict());
    state.refusedRegistrations = new RefusedOffsets(snapshot.refusedRegistrations());
    state.lastMoveOffset = snapshot.lastMoveOffset();
    state.cause = snapshot.cause();
    state.registeredAt = snapshot.registeredAt();
    state.registrationTouched = snapshot.registrationTouched();
    state.type = snapshot.type();
    state.place = snapshot.place();
    state.effects = Optional.of(snapshot.lastEffects());
    return state;
  }

  public GoodsSnapshot snapshot() {
    return new GoodsSnapshot(
        version, facts.law().version(), facts.rejudged(), facts.own().told(), facts.opening(), facts.moves(), facts.profile(), facts.evidence(), refused.toArray(),
        refusedForConflict.toArray(), refusedRegistrations.toArray(), lastMoveOffset, cause, registeredAt, registrationTouched, type, place,
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
    Judged judged = new Judged(refused, refusedForConflict, lastMoveOffset);
    MoveVerdict verdict = MoveVerdict.of(batch, facts, judged, settings.retentionMillis());
    Optional<GoodsEvent> event =
        verdict.isEmpty() ? Optional.empty() : Optional.of(accepted(batch, verdict));
    return new Decision<>(event, verdict.refusals(), verdict.duplicates());
  }

  private GoodsEvent accepted(MoveBatch batch, MoveVerdict verdict) {
    GoodsFacts judged = version == 0 ? facts.beginningBy(settings.laws().newest()) : facts;
    long closedBefore = judged.closable(batch.settledBefore(), settings);
    GoodsFacts closed = judged.closedBefore(closedBefore);
    Itinerary after = closed.itineraryWith(verdict.fresh());
    GoodsFacts then = closed.withMoves(version + 1, verdict.fresh(), verdict.offsets(), List.of(), after);
    Set<String> touched = new TreeSet<>(closed.toTell(then, GoodsFacts.earliest(verdict.fresh())));
    whereTimeIsNotProvenAnyMore(verdict, then).ifPresent(touched::add);
    MovesAccepted event = verdict.event(List.copyOf(touched), closedBefore, closed.law().version());
    next = Optional.of(new Next(event.moves(), closed, after));
    return event;
  }

  /** A Location that was told how far time has come has to hear if that is not so any more. */
  private Optional<String> whereTimeIsNotProvenAnyMore(MoveVerdict verdict, GoodsFacts then) {
    List<Stay> stays = then.itinerary().stays();
    if (verdict.fresh().stream().noneMatch(said -> said.correction() > 0) || stays.isEmpty()) {
      return Optional.empty();
    }
    boolean isLess = then.provenByMoves() < facts.provenByMoves() && facts.expired().tells(then.provenByMoves(), facts.provenByMoves());
    return Optional.of(stays.get(stays.size() - 1).location()).filter(location -> isLess);
  }

  Decision<GoodsEvent> decide(TakeRegistration command) {
    Registration registration = command.registration();
    long offset = command.cause().offset();
    if (refusedRegistrations.contains(offset)) {
      return refused(Optional.empty(), offset, Refusal.Reason.TOO_MANY_PROFILES);
    }
    if (isOfAnotherType(registration)) {
      return refused(Optional.empty(), offset, Refusal.Reason.TYPE_CONFLICT);
    }
    if (offset <= registeredAt) {
      return Decision.none();
    }
    return isTooMuch(command)
        ? refused(Optional.of(new RegistrationRefused(law().version(), command.cause())), offset, Refusal.Reason.TOO_MANY_PROFILES)
        : Decision.of(registered(command));
  }

  private static Decision<GoodsEvent> refused(Optional<GoodsEvent> event, long offset, Refusal.Reason reason) {
    return new Decision<>(event, List.of(new Refusal(offset, reason)), 0);
  }

  /** Nothing is forgotten to make room: what was accepted is a function of the records of the id alone. */
  private boolean isTooMuch(TakeRegistration command) {
    long from = beginning(command);
    Timeline<GoodsProfile> goods = facts.profile().from(from, as(GoodsProfile.class, command.registration()));
    Timeline<PlaceProfile> places = place.from(from, as(PlaceProfile.class, command.registration()));
    return Math.max(size(goods), size(places)) > settings.profileBytes();
  }

  private static long size(Timeline<? extends Registration> timeline) {
    return timeline.parts().stream()
        .mapToLong(part -> part.value().map(value -> value.size()).orElse(Registration.LEAST_SIZE))
        .sum();
  }

  /** The first record that says what the id is the name of said it for all time, so a record is judged so whenever it comes. */
  private boolean isOfAnotherType(Registration registration) {
    return type.isPresent() && registration.typeOfId().isPresent() && !registration.typeOfId().equals(type);
  }

  private Registered registered(TakeRegistration command) {
    Registration registration = command.registration();
    Optional<GoodsProfile> goods = as(GoodsProfile.class, registration);
    Optional<PlaceProfile> place = as(PlaceProfile.class, registration);
    long from = beginning(command);
    GoodsFacts then = facts.withProfile(facts.profile().from(from, goods)).withOwn(ownPlace(registration.typeOfId()));
    boolean changes = !then.profileFor(NOWHERE).equals(facts.profileFor(NOWHERE));
    Set<String> touched = new LinkedHashSet<>(changes ? locationsOfStays(from) : List.of());
    touched.remove(id);
    touched.addAll(facts.toTell(then, Long.MIN_VALUE));
    return new Registered(goods, place, from, law().version(), command.cause(), List.copyOf(touched));
  }

  /** From when on a record holds. */
  private long beginning(TakeRegistration command) {
    boolean says = command.registration().typeOfId().isPresent();
    if (says && command.from().isPresent()) {
      return command.from().getAsLong();
    }
    return says && type.isEmpty() ? Timeline.EVER : command.cause().timestamp();
  }

  /** What the id is of for all time was said first. */
  private OwnPlace ownPlace(Optional<PlaceType> said) {
    return type.isPresent() || said.isEmpty() ? facts.own() : facts.own().withType(said.get());
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
    boolean isNewer = evidence.version() > facts.proofOf(evidence.location()).version();
    long proven = Math.max(facts.provenByMoves(), evidence.time());
    boolean changes = facts.expired().tells(facts.provenAt(evidence.location()), proven);
    return here && isNewer && changes
        ? Decision.of(
            new EvidenceSeen(evidence.location(), new Proof(evidence.version(), evidence.time()), evidence.cause()))
        : Decision.none();
  }

  /** Whether it is judged by an older law than that of this version. */
  public boolean isBehindWith(long law) {
    return version > 0 && law > facts.law().version();
  }

  /** A Goods of which nothing is known yet is of the newest. */
  private GoodsLaw law() {
    return version == 0 ? settings.laws().newest() : facts.law();
  }

  Decision<GoodsEvent> decide(TakeLaw command) {
    GoodsLaw law = settings.laws().of(command.version());
    // One that says the same is journaled as well: what comes late of an older one must not be taken after it.
    if (!isBehindWith(command.version())) {
      return Decision.none();
    }
    Set<String> touched = new TreeSet<>(facts.toTell(facts.withLaw(version + 1, law, List.of()), Long.MIN_VALUE));
    facts.rejudged().ifPresent(earlier -> touched.addAll(earlier.touched()));
    return Decision.of(new LawTaken(law.version(), List.copyOf(touched), command.cause()));
  }

  /** Who asks for the Goods' own place may hear more than once; that it has asked is journaled once. */
  Decision<GoodsEvent> decide(SayAgain command) {
    return command.location().equals(id) && !facts.own().listens()
        ? Decision.of(new Listened(law().version(), command.cause()))
        : Decision.none();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, GoodsEvent event) {
    isFirst = version == 0;
    version = sequenceNr;
    before = facts;
    effects = Optional.empty();
    event.applyTo(this);
    violationsFrom = Math.min(violationsFrom, Math.min(before.provenTo(), facts.provenTo()));
  }

  void take(MovesAccepted event) {
    beginBy(event.law());
    Next taken = next(event);
    before = taken.closed();
    facts = before.withMoves(version, event.said(), event.offsets(), event.touched(), taken.itinerary());
    violationsFrom = GoodsFacts.earliest(event.said());
    staysChangedFrom = violationsFrom;
    int last = event.moves().size() - 1;
    if (last >= 0) {
      cause = Optional.of(event.source().cause(event.offsets()[last], event.timestamps()[last]));
      lastMoveOffset = Math.max(lastMoveOffset, event.offsets()[last]);
    }
    refused.add(event.refusedOffsets());
    refusedForConflict.add(event.refusedForConflict());
    lastMoveOffset = Arrays.stream(event.refusedOffsets()).reduce(lastMoveOffset, Math::max);
  }

  private Next next(MovesAccepted event) {
    Optional<Next> decided = next.filter(known -> known.moves() == event.moves());
    next = Optional.empty();
    return decided.orElseGet(
        () -> {
          GoodsFacts closed = facts.closedBefore(event.closedBefore());
          return new Next(event.moves(), closed, closed.itineraryWith(event.said()));
        });
  }

  void take(RegistrationRefused event) {
    beginBy(event.law());
    violationsFrom = Stay.OPEN;
    registeredAt = event.cause().offset();
    registrationTouched = List.of();
    refusedRegistrations.add(registeredAt);
    cause = Optional.of(event.cause());
  }

  private void beginBy(long law) {
    if (isFirst) {
      facts = facts.beginningBy(settings.laws().of(law));
    }
  }

  void take(Registered event) {
    beginBy(event.law());
    violationsFrom = event.from() == Timeline.EVER ? Timeline.EVER : event.from() - 1;
    facts = facts.withProfile(facts.profile().from(event.from(), event.goods())).withOwn(ownPlace(event.typeOfId()));
    if (event.touched().contains(id)) {
      facts = facts.tellingItselfAll(version);
    }
    place = place.from(event.from(), event.place());
    type = type.or(event::typeOfId);
    registeredAt = event.cause().offset();
    registrationTouched = event.touched();
    cause = Optional.of(event.cause());
  }

  void take(LawTaken event) {
    facts = before.withLaw(version, settings.laws().of(event.version()), event.touched());
    violationsFrom = Long.MIN_VALUE;
    staysChangedFrom = facts.firstDifference(before.itinerary());
    cause = Optional.of(event.cause());
  }

  void take(Listened event) {
    beginBy(event.law());
    violationsFrom = Stay.OPEN;
    facts = facts.tellingItselfAll(version);
    cause = Optional.of(event.cause());
  }

  void take(EvidenceSeen event) {
    violationsFrom = Stay.OPEN;
    facts = facts.withEvidence(event.location(), event.proof());
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
        GoodsViolations.since(violationsFrom, id, before), GoodsViolations.since(violationsFrom, id, facts), version,
        v -> cause.orElseThrow());
  }

  private Optional<StaysChanged> staysChanged() {
    if (before.itinerary() == facts.itinerary()) {
      return Optional.empty();
    }
    List<Stay> was = before.itinerary().staysFrom(staysChangedFrom);
    List<Stay> are = facts.itinerary().staysFrom(staysChangedFrom);
    return StaysChanged.between(id, version, staysChangedFrom, was, are, cause.orElseThrow());
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
    List<Told> told = toldOf(command.batch());
    return new GoodsReply(decision.refusals(), decision.duplicates(), told, List.of(), Optional.empty());
  }

  GoodsReply reply(TakeRegistration command, Decision<GoodsEvent> decision) {
    if (!decision.refusals().isEmpty()) {
      return new GoodsReply(decision.refusals(), 0, List.of(), List.of(), Optional.empty());
    }
    boolean latest = command.cause().offset() == registeredAt;
    Set<String> locations = new LinkedHashSet<>(latest ? registrationTouched : locationsOfStays(Timeline.EVER));
    boolean itselfToo = facts.own().listens() && (!latest || locations.contains(id));
    locations.remove(id);
    List<Told> told = new ArrayList<>(toldOfItself(List.copyOf(locations)));
    if (itselfToo) {
      told.add(toldAgain(id, 0));
    }
    return telling(told, placeToTell());
  }

  /** As of its latest law, whichever the asker told it of. */
  GoodsReply reply(TakeLaw command) {
    List<Told> told = new ArrayList<>();
    facts.rejudged().ifPresent(event -> event.touched().forEach(location -> told.add(told(location, event.version()))));
    return telling(told, Optional.empty());
  }

  /** The Location has to hear that it need not say so again, also where the Goods knew it already. */
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
    return type.filter(of -> of != PlaceType.GOODS).isPresent() ? cause.map(c -> new PlaceAt(registeredAt, type, place, c)) : Optional.empty();
  }

  /**
   * To each Location that the events of these moves touched, or a law that was taken after them, since whoever asks may be the
   * first to hear of that: its stays there from where the first of these events changed any.
   */
  private List<Told> toldOf(MoveBatch batch) {
    Map<String, Long> firstEvents = new TreeMap<>();
    for (int i = 0; i < batch.moves().size(); i++) {
      facts.known(batch.moves().get(i), Correction.of(batch.correction(i)).number()).ifPresent(
          known -> {
            touched(firstEvents, known.touched(), known.version());
            facts.rejudged().filter(law -> law.version() > known.version())
                .ifPresent(law -> touched(firstEvents, law.touched(), law.version()));
          });
    }
    List<Told> told = new ArrayList<>();
    firstEvents.forEach((location, event) -> told.add(told(location, event)));
    return told;
  }

  private static void touched(Map<String, Long> firstEvents, List<String> locations, long event) {
    locations.forEach(location -> firstEvents.merge(location, event, Math::min));
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
    Expiry expiry = new Expiry(facts.provenByMoves(), facts.proofOf(location).time());
    return new Told(
        location,
        new GoodsAt(
            id, version, saying.previous(), saying.from(), facts.lastEndAt(location, saying.from()), facts.profileFor(location), stays,
            expiry, cause.orElseThrow()));
  }

  /** Those where it was at this time or later. */
  private List<String> locationsOfStays(long time) {
    Set<String> locations = new LinkedHashSet<>();
    facts.itinerary().staysFrom(time).stream().filter(stay -> stay.to() > time).forEach(stay -> locations.add(stay.location()));
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
        facts.lastProfile(),
        stays.stream().filter(Stay::isOpen).reduce((first, last) -> last),
        stays,
        List.copyOf(GoodsViolations.of(id, facts).values()),
        Optional.empty());
  }
}
