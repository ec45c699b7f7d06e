package kongo.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.DeferralHint.Range;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.location.LocationCommand.CatchUp;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationCommand.TakeRules;
import kongo.location.LocationEvent.CaughtUp;
import kongo.location.LocationEvent.EffectsPublished;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.location.LocationEvent.PlaceSeen;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationEvent.RulesSeen;
import kongo.location.LocationSnapshot.AmendedSnapshot;
import kongo.location.LocationSnapshot.SeriesSnapshot;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.rules.Plausible;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Revision;
import kongo.violation.Violation;

/**
 * A Location as a state machine: command in, at most one event out, effects derived from the event. Mutable, used by
 * one thread. The way of a command: {@link #decide}, {@link #apply}, {@link #effects}, then persist the event, publish
 * the effects, answer with {@link #reply}. After recovery the effects of the last event are published again.
 */
public final class LocationState {

  private final String id;
  private final RuleVersions versions;
  private RuleIndex rules;
  private RuleIndex rulesBefore;
  private final LocationSettings settings;
  private final ReadingMemory memory;
  private final Presence presence;
  private final Received received;
  private final ByGoods byGoods;
  private final ExpiryWatch watch = new ExpiryWatch();
  private Clock clock = Clock.NOT_BEGUN;
  private Optional<Ahead> ahead = Optional.empty();
  private Backlog backlog = Backlog.NONE;
  private long clockBefore = Books.NEVER;
  private long heardToBefore = Books.NEVER;
  private final HarmlessRanges harmless = new HarmlessRanges();
  private final OpenSeries openSeries = new OpenSeries();
  private final RunBegins begins;

  private long version;
  private Optional<PlaceAt> place = Optional.empty();
  private Place limits = Place.UNKNOWN;
  private Place limitsBefore = Place.UNKNOWN;
  private Optional<Demand> demand = Optional.empty();
  private int demandAge;
  private long asOf;
  /** Up to where books were closed when it was last found out which rows are needed; unknown after a recovery. */
  private long rowsLookedAt = Books.NEVER;

  /** Until its effects are known. */
  private Optional<LocationEvent> last = Optional.empty();
  private Optional<List<Revision>> effects = Optional.of(List.of());

  private LocationState(
      String id, RuleVersions versions, RuleIndex rules, LocationSettings settings, ReadingMemory memory, Presence presence,
      Received received, ByGoods byGoods) {
    this.id = id;
    this.versions = versions;
    this.rules = rules;
    this.rulesBefore = rules;
    this.settings = settings;
    this.begins = new RunBegins(settings.runBegins());
    this.memory = memory;
    this.presence = presence;
    this.received = received;
    this.byGoods = byGoods;
    presence.after().all().forEach(watch::take);
  }

  /** @param rules the only ones that there are */
  public static LocationState empty(String id, RuleIndex rules, LocationSettings settings) {
    return empty(id, RuleVersions.of(rules), settings);
  }

  /** @param versions of which it judges by the first until it hears of more */
  public static LocationState empty(String id, RuleVersions versions, LocationSettings settings) {
    Presence nobody = new Presence(id, List.of(), Books.OPEN, Books.NEVER, Books.NEVER);
    return new LocationState(id, versions, versions.configured(), settings, ReadingMemory.empty(settings), nobody, Received.nothing(), new ByGoods());
  }

  /** @param rules the only ones that there are */
  public static LocationState restore(
      String id, RuleIndex rules, LocationSettings settings, LocationSnapshot snapshot) {
    return restore(id, RuleVersions.of(rules), settings, snapshot);
  }

  /** @throws IllegalStateException if its rules are of a version that is not known */
  public static LocationState restore(
      String id, RuleVersions versions, LocationSettings settings, LocationSnapshot snapshot) {
    List<SeriesKey> keys = snapshot.series().stream().map(SeriesSnapshot::key).toList();
    List<SeriesMemory> series =
        snapshot.series().stream()
            .map(one -> new SeriesMemory(one.times(), one.values(), one.knownFrom(), one.amended().byTime(), one.newest()))
            .toList();
    ReadingMemory memory =
        new ReadingMemory(settings, keys, series, snapshot.chunks());
    Presence presence = new Presence(id, snapshot.goods(), snapshot.books(), snapshot.newestStay(), snapshot.latestOfForgotten());
    RuleIndex rules = versions.of(snapshot.rules());
    LocationState state = new LocationState(id, versions, rules, settings, memory, presence, Received.restore(snapshot), ByGoods.restore(snapshot.byGoods()));
    state.version = snapshot.version();
    state.place = snapshot.place();
    state.limits = Place.of(snapshot.place(), state.isGoods());
    state.limitsBefore = state.limits;
    state.clock = snapshot.clock();
    state.ahead = snapshot.ahead();
    state.effects = Optional.of(snapshot.lastEffects());
    return state;
  }

  /** To be taken when the effects of the last event are known. */
  public LocationSnapshot snapshot() {
    List<SeriesSnapshot> series = new ArrayList<>();
    for (int i = 0; i < memory.keys().size(); i++) {
      SeriesMemory one = memory.memory(i);
      AmendedSnapshot amended = AmendedSnapshot.of(one.amended());
      series.add(new SeriesSnapshot(memory.keys().get(i), one.times(), one.values(), one.knownFrom(), amended, one.newest()));
    }
    List<Chunk> chunks = new ArrayList<>(memory.chunks());
    memory.pendingChunk().ifPresent(chunks::add);
    return new LocationSnapshot(
        version, rules.version(), presence.books(), presence.newestStay(), presence.latestOfForgotten(), place, presence.after().all().toList(), series, chunks,
        received.refused(), received.refusedForSeries(), received.refusedForConflict(), byGoods.kept(), received.lastOffset(),
        received.newest(), received.proven(), clock, ahead, effects.orElseThrow());
  }

  /** Which readings are still to come, as is known where it lives. */
  public void heed(Backlog here) {
    backlog = here;
  }

  /** From the next event on so many readings are kept in memory at most; at least 1. */
  public void keepReadings(int most) {
    memory.hold(most);
  }

  /** Offset of the last book that it has heard of. */
  public long rulesVersion() {
    return rules.version();
  }

  /** Sequence number of the last event applied. */
  public long version() {
    return version;
  }

  /**
   * What to make of a command; changes nothing.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  public Decision<LocationEvent> decide(LocationCommand command, History history) {
    return command.decide(this, history);
  }

  Decision<LocationEvent> decide(TakeReadings command, History history) {
    ReadingVerdict verdict =
        received.verdict(
            command.batch(), memory, history, byGoods, settings.retentionMillis(), presence.books().before());
    Optional<LocationEvent> event =
        verdict.isEmpty() ? Optional.empty() : Optional.of(verdict.event(neededFrom(history)));
    return new Decision<>(event, verdict.refusals(), verdict.duplicates());
  }

  /** When books were closed since the last look: from which row on readings are needed; else 0. */
  private long neededFrom(History history) {
    if (presence.books().before() <= rowsLookedAt || received.newest() == Received.NOTHING) {
      return 0;
    }
    long since = Math.min(presence.books().before(), received.newest() - settings.keptMillis());
    NeededReadings needed =
        new NeededReadings(
            memory, rules, measured -> judgement(rules, limits, presence.after(), Judgement.END_OF_TIME, Judgement.END_OF_TIME, measured, memory::newest),
            number -> memory.after(number, history), since);
    return memory.firstRowNeeded(needed, since, version + 1);
  }

  /** The first row of the own journal of which more is needed than is in the state; 1 until books are closed. */
  public long firstRowNeeded() {
    return presence.books().before() == Books.NEVER ? 1 : memory.firstRow(version + 1);
  }

  Decision<LocationEvent> decide(TakeGoods command) {
    List<GoodsAt> news =
        command.goods().stream().filter(word -> presence.isNews(word) && presence.mayKeep(word, settings.wordsApart())).toList();
    return news.isEmpty() ? Decision.none() : Decision.of(new GoodsSeen(news, isAhead(command, news)));
  }

  /** Where nobody asks to catch up nothing begins to wait. */
  private boolean isAhead(TakeGoods command, List<GoodsAt> news) {
    long sentIn = Math.max(GoodsSeen.sentIn(news), ahead.map(Ahead::sentIn).orElse(Long.MIN_VALUE));
    return command.mayWait() ? backlog.has(sentIn) : isAhead();
  }

  Decision<LocationEvent> decide(CatchUp command) {
    return ahead.map(held -> Decision.<LocationEvent>of(new CaughtUp(held.sentIn()))).orElse(Decision.none());
  }

  /** Whether words have come before readings. */
  boolean isAhead() {
    return ahead.isPresent();
  }

  /** Whether they have, and these are still to come. */
  boolean waitsForReadings() {
    return ahead.filter(held -> backlog.has(held.sentIn())).isPresent();
  }

  /** Whether it is too early for a command. */
  public boolean hasToWait(LocationCommand command) {
    return command.hasToWait(this);
  }

  Decision<LocationEvent> decide(TakePlace command) {
    PlaceAt word = command.place();
    boolean newer = place.map(known -> word.version() > known.version()).orElse(true);
    return newer ? Decision.of(new PlaceSeen(word)) : Decision.none();
  }

  Decision<LocationEvent> decide(TakeRules command) {
    return command.version() > rules.version()
        ? Decision.of(new RulesSeen(command.version(), command.cause()))
        : Decision.none();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, LocationEvent event) {
    version = sequenceNr;
    memory.settle();
    presence.settle();
    limitsBefore = limits;
    rulesBefore = rules;
    clockBefore = clock.time();
    heardToBefore = heardTo();
    last = Optional.of(event);
    effects = Optional.empty();
    event.applyTo(this);
  }

  void take(GoodsSeen event) {
    closeBooks();
    presence.take(event.goods());
    List<GoodsHere> latest = presence.latest();
    latest.forEach(watch::take);
    Optional<Ahead> held = Ahead.after(event, ahead, heardTo());
    clock = clock.at(provenTime(), event);
    hold(held);
    widenDemand(latest);
    seeWhoseItIs();
    changedOtherwise();
  }

  void take(CaughtUp event) {
    ahead = Optional.empty();
    changedOtherwise();
  }

  void take(PlaceSeen event) {
    place = Optional.of(event.place());
    limits = Place.of(place, isGoods());
    otherBounds();
    changedOtherwise();
  }

  void take(EffectsPublished event) {
    last = Optional.empty();
    effects = Optional.of(List.of());
  }

  void take(RulesSeen event) {
    rules = versions.of(event.version());
    demand = Optional.empty();
    otherBounds();
    changedOtherwise();
  }

  private void otherBounds() {
    openSeries.allChanged();
    begins.allChanged();
  }

  /** Not while words are ahead: what they have shown to be due is not told yet. */
  private void closeBooks() {
    if (isAhead()) {
      return;
    }
    long kept = settings.keptMillis();
    long horizon = Books.horizon(
            received.newest() == Received.NOTHING ? Books.NEVER : received.newest(), presence.newestStay(), kept);
    if (presence.books().isDue(horizon, kept)) {
      long closing = presence.books().closing(horizon, beginningOfWhatReaches(horizon));
      byGoods.forgetBefore(closing);
      presence.close(horizon, closing, rules.onPresence().stream().map(PresenceCheck::level).toList());
      demand = Optional.empty();
    }
  }

  /** Of the excursions of derived series that reach beyond a time, or may yet be one with what comes after it, when the first began; else that time. */
  private long beginningOfWhatReaches(long time) {
    long merge = rules.onPresence().stream().mapToLong(BoundsCheck::merge).max().orElse(0);
    return (mayTermsChange() ? Stream.of(clock.time(), Judgement.END_OF_TIME) : Stream.of(Judgement.END_OF_TIME))
        .flatMap(until -> reaching(time, until).found().values().stream())
        .filter(violation -> violation.to() == null || violation.to() > Times.minus(time, merge))
        .mapToLong(Violation::from)
        .reduce(time, Math::min);
  }

  /** Whether there are bounds between terms that time may yet come to. */
  private boolean mayTermsChange() {
    return rules.nextChange(clock.time()) != Long.MAX_VALUE || !limits.isAlwaysTheSame() || presence.anyoneChanges();
  }

  private Judgement reaching(long time, long until) {
    Judgement then = judgement(rules, limits, presence.after(), until, until, number -> memory.after(number, History.EMPTY), memory::newest);
    rules.onPresence().forEach(check -> then.lookAt(check, Series.DERIVED, new Span(time, time, false)));
    return then;
  }

  /** Not by readings. */
  private void changedOtherwise() {
    harmless.allChanged();
    asOf = version;
  }

  /** From time to time it is computed anew, so that Goods that have left do not count for ever. */
  private void widenDemand(List<GoodsHere> goods) {
    demandAge++;
    if (demandAge > presence.size()) {
      demand = Optional.empty();
    }
    demand.ifPresent(known -> goods.forEach(one -> known.widen(rules, one)));
  }

  void take(ReadingsAccepted event) {
    if (event.neededFrom() > 0) {
      rowsLookedAt = presence.books().before();
      memory.forgetRowsBefore(event.neededFrom());
    }
    closeBooks();
    byGoods.take(event, number -> number < memory.keys().size() ? memory.latestTime(number) : Long.MIN_VALUE);
    memory.take(version, event);
    for (int number : memory.latestSeries()) {
      harmless.changed(number);
      openSeries.changed(number);
      begins.changed(number, memory.memory(number));
    }
    received.take(event);
    clock = clock.at(provenTime(), event);
    hold(ahead);
    if (boundReached(clockBefore, clock.time())) {
      changedOtherwise();
    }
    seeWhoseItIs();
  }

  private void seeWhoseItIs() {
    if (isGoods() != limits.isOwn()) {
      boolean wasOwn = limits.isOwn();
      limits = Place.of(place, isGoods());
      if (wasOwn != limits.isOwn()) {
        changedOtherwise();
      }
    }
  }

  /** Whether the id is a Goods', unless it is registered as that of a place: by what it says of itself, or its loggers do. */
  private boolean isGoods() {
    return byGoods.any() || presence.own().filter(GoodsHere::isGoods).isPresent();
  }

  /** Whether terms change for everyone between two times. */
  private boolean boundReached(long before, long after) {
    return rules.changesWithin(before, after)
        || !limits.isAlwaysTheSame() && !limits.limits().changesWithin(before, after).isEmpty();
  }

  /** Where readings have come as far as the clock there is nothing to wait for. */
  private void hold(Optional<Ahead> held) {
    ahead = held.filter(one -> one.heardTo(received.proven()) < clock.time());
  }

  /** Up to when it is known what was heard: as far as the clock has come, unless words have come before readings. */
  private long heardTo() {
    return ahead.map(held -> held.heardTo(received.proven())).orElse(clock.time());
  }

  private long provenTime() {
    return Math.max(received.proven(), presence.latestBound());
  }

  /**
   * What the last event changed in the violations.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  public List<Revision> effects(History history) {
    if (effects.isEmpty()) {
      effects = Optional.of(last.orElseThrow().compared(this, history));
      // An idle Location would keep all readings of its last row.
      last = Optional.empty();
    }
    return effects.get();
  }

  List<Revision> compare(ReadingsAccepted event, History history) {
    Consumer<Comparison> look = comparison -> {
      comparison.readings(demand());
      comparison.signsOfLife(demand());
      lookByClock(comparison, history);
      if (comparison.hasSilenceTurned()) {
        harmless.allChanged();
      }
    };
    return compare(history, look, new ReadingCause(event, memory, rules)::of);
  }

  List<Revision> compare(GoodsSeen event, History history) {
    Consumer<Comparison> look = comparison -> {
      comparison.goods();
      lookByClock(comparison, history);
    };
    return compare(history, look, event::causeOf);
  }

  List<Revision> compare(CaughtUp event, History history) {
    return compare(history, comparison -> lookByClock(comparison, history), violation -> clock.cause().orElseThrow());
  }

  private void lookByClock(Comparison comparison, History history) {
    if (goesByClock()) {
      comparison.clock(dueByClock(history));
    }
  }

  /** Whether something may be otherwise when nothing happens but that time goes by. */
  private boolean goesByClock() {
    return rules.goByClock() || !limits.isAlwaysTheSame() || presence.anyoneChanges();
  }

  private DueByClock dueByClock(History history) {
    return new DueByClock(judgementNow(history), presence, openSeries, begins);
  }

  List<Revision> compare(PlaceSeen event, History history) {
    boolean isSame = limitsBefore.equals(limits);
    Consumer<Comparison> look = isSame ? comparison -> {} : Comparison::place;
    return compare(history, look, violation -> event.place().cause());
  }

  List<Revision> compare(RulesSeen event, History history) {
    Consumer<Comparison> look = comparison -> {
      comparison.rules(received.newest());
      comparison.faults(received.newest());
    };
    return compare(history, look, violation -> event.cause());
  }

  /** @param look where an event changes something */
  private List<Revision> compare(History history, Consumer<Comparison> look, Function<Violation, Cause> cause) {
    Comparison comparison = comparison(history);
    look.accept(comparison);
    if (limits.isOwn() != limitsBefore.isOwn()) {
      comparison.ownership();
    }
    return comparison.revisions(version, cause);
  }

  private Comparison comparison(History history) {
    Judgement before =
        judgement(rulesBefore, limitsBefore, presence.before(), clockBefore, heardToBefore, number -> memory.before(number, history), memory::newestBefore);
    return new Comparison(memory, before, judgementNow(history), begins);
  }

  private Judgement judgementNow(History history) {
    return judgement(rules, limits, presence.after(), clock.time(), heardTo(), number -> memory.after(number, history), memory::newest);
  }

  private Judgement judgement(
      RuleIndex rules, Place limits, Presence.View who, long clock, long heardTo, Function<Integer, Values> measured,
      ToLongFunction<String> newest) {
    return new Judgement(id, rules, limits, who, clock, heardTo, memory, measured, newest);
  }

  private Demand demand() {
    if (demand.isEmpty()) {
      demand = Optional.of(Demand.of(rules, presence.after()));
      demandAge = 0;
    }
    return demand.get();
  }

  /** What readings would change nothing now. */
  public DeferralHint harmless() {
    return new DeferralHint(harmless.of(memory.keys(), this::harmless), Math.min(watch.next(), nextByClock()), asOf, limits.isOwn() || limits.type().isPresent());
  }

  /** Where it takes a look into rows to tell, anything may be due at any time. */
  private long nextByClock() {
    if (!goesByClock()) {
      return Long.MAX_VALUE;
    }
    try {
      return dueByClock(History.EMPTY).next(demand());
    } catch (HistoryMissing old) {
      return Long.MIN_VALUE;
    }
  }

  private Range harmless(int number) {
    return harmless(memory.keys().get(number).metric(), memory.memory(number));
  }

  private Range harmless(String metric, SeriesMemory series) {
    if (series.size() == 0 || series.mayLackLast()) {
      return Range.NOTHING;
    }
    long time = series.time(series.size() - 1);
    double value = series.value(series.size() - 1);
    Range range = signOfLife(metric, time);
    for (SensorCheck check : rules.on(metric)) {
      if (isWanted(check, time)) {
        for (Band band : check.bandsWithin(limits, time, clock.time())) {
          range = range.and(quiet(check, band, series));
        }
      }
    }
    Range all = range.and(proper(metric, time, value));
    return all.contains(value) ? all : Range.NOTHING;
  }

  private boolean isWanted(Check check, long time) {
    return demand().wants(check, time) && !check.excludes(limits.type());
  }

  private static Range quiet(SensorCheck check, Band band, SeriesMemory series) {
    return check.mayGoOn(series, band) ? Range.NOTHING : check.quiet(band, series.time(series.size() - 1));
  }

  /** Which values near one are not faulty, if anyone looks at them. */
  private Range proper(String metric, long time, double value) {
    Range range = Range.anythingAfter(Long.MIN_VALUE);
    if (rules.seesFaultsOf(metric) && isAnyWanted(metric, time)) {
      for (Plausible known : rules.plausible(metric, time, clock.time())) {
        range = range.and(Range.around(value, known));
      }
    }
    return range;
  }

  private boolean isAnyWanted(String metric, long time) {
    return Stream.concat(rules.on(metric).stream(), rules.onSilenceOf(metric).stream()).anyMatch(check -> isWanted(check, time));
  }

  /** Which signs of life only go on. */
  private Range signOfLife(String metric, long last) {
    long after = last;
    for (SilenceCheck check : rules.onSilenceOf(metric)) {
      if (demand().wants(check, last) && !check.excludes(limits.type())) {
        // Of what was corrected it may take rows to tell when the last sign was.
        if (!memory.isOriginal(metric) || isSilent(check)) {
          return Range.NOTHING;
        }
        after = Math.max(after, memory.newest(metric));
      }
    }
    return Range.anythingAfter(after);
  }

  /** Whether the registry knows this Location by now. */
  public boolean isRegistered() {
    return profile().isPresent();
  }

  private boolean isSilent(SilenceCheck check) {
    try {
      return dueByClock(History.EMPTY).isSilent(check);
    } catch (HistoryMissing old) {
      // Where the latest readings are faulty it may take rows to tell when the last sign was.
      return true;
    }
  }

  /** What is in force as far as the clock has come. */
  private Optional<PlaceProfile> profile() {
    return place.flatMap(said -> said.profile().at(clock.time()));
  }

  /**
   * The answer to a command whose event, if any, has been applied.
   *
   * @param decision what was decided about it
   */
  public LocationReply reply(LocationCommand command, Decision<LocationEvent> decision) {
    List<String> due = command.due(this);
    List<ExpiryEvidence> evidence =
        due.stream()
            .limit(settings.evidencePerAnswer())
            .map(goods -> new ExpiryEvidence(goods, id, version, clock.time(), clock.cause().orElseThrow()))
            .toList();
    List<Unheard> unheard = Stream.concat(command.unheard(this).stream(), itselfUnheard(command.cause()).stream()).distinct().toList();
    return new LocationReply(decision.refusals(), decision.duplicates(), evidence, evidence.size() < due.size(), unheard, command.isAhead(this));
  }

  /** Whoever has its id has to say whether it is a Goods, and when it was where: once, and where that may matter. */
  private Optional<Unheard> itselfUnheard(Cause cause) {
    boolean isSettled = version == 0 || limits.type().isPresent() || presence.own().isPresent();
    return isSettled ? Optional.empty() : Optional.of(new Unheard(id, cause));
  }

  /** Whether not all is heard that the Goods had said by this word. */
  boolean missesOneBefore(GoodsAt word) {
    return presence.missesOneBefore(word);
  }

  List<String> due() {
    return watch.due(clock.time(), settings.evidencePerAnswer() + 1);
  }

  boolean isDue(String goods) {
    return watch.isDue(goods, clock.time());
  }

  /** Whether a word of this Goods brought the clock where it is. */
  boolean hasSetClock(String goods) {
    return clock.setBy().filter(goods::equals).isPresent();
  }

  /**
   * The Location as people see it.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  public LocationReport report(History history) {
    Judgement now = judgementNow(history);
    new Comparison(memory, now, now, begins).open();
    List<Reading> latest = new ArrayList<>();
    for (int i = 0; i < memory.keys().size(); i++) {
      latest(memory.keys().get(i), memory.after(i, history)).ifPresent(latest::add);
    }
    List<GoodsHere> aboard = presence.after().since(Stay.OPEN).filter(goods -> !goods.isAtItself()).toList();
    Optional<PlaceProfile> profile = profile();
    return new LocationReport(
        id,
        version,
        presence.books().before(),
        profile,
        aboard.stream().mapToLong(goods -> goods.profileAt(clock.time()).weightGrams()).sum(),
        aboard.size(),
        aboard.stream().map(GoodsHere::goods).toList(),
        latest,
        now.found().values().stream().filter(violation -> violation.to() == null).toList(),
        Optional.empty());
  }

  private static Optional<Reading> latest(SeriesKey key, Values values) {
    long time = values.last();
    return time == Values.NONE
        ? Optional.empty()
        : Optional.of(new Reading(key.metric(), key.sensor(), time, values.at(time)));
  }
}
