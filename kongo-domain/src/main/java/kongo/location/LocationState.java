package kongo.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.DeferralHint.Range;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent.EffectsPublished;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.location.LocationEvent.PlaceSeen;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationSnapshot.SeriesSnapshot;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
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
  private RuleIndex rules;
  private RuleIndex rulesBefore;
  private RuleIndex rulesNext;
  private final LocationSettings settings;
  private final ReadingMemory memory;
  private final Presence presence;
  private final Received received;
  private final ExpiryWatch watch = new ExpiryWatch();
  private final HarmlessRanges harmless = new HarmlessRanges();

  private long version;
  private Optional<PlaceAt> place = Optional.empty();
  private Optional<PlaceAt> placeBefore = Optional.empty();
  private Optional<Demand> demand = Optional.empty();
  private int demandAge;
  private long asOf;
  /** Up to where books were closed when it was last found out which rows are needed; unknown after a recovery. */
  private long rowsLookedAt = Books.NEVER;

  /** Until its effects are known. */
  private Optional<LocationEvent> last = Optional.empty();
  private Optional<List<Revision>> effects = Optional.of(List.of());

  private LocationState(
      String id, RuleIndex rules, LocationSettings settings, ReadingMemory memory, Presence presence,
      Received received) {
    this.id = id;
    this.rules = rules;
    this.rulesBefore = rules;
    this.rulesNext = rules;
    this.settings = settings;
    this.memory = memory;
    this.presence = presence;
    this.received = received;
    presence.after().all().forEach(watch::take);
  }

  public static LocationState empty(String id, RuleIndex rules, LocationSettings settings) {
    Presence nobody = new Presence(List.of(), Books.OPEN, Books.NEVER);
    return new LocationState(id, rules, settings, ReadingMemory.empty(settings), nobody, Received.nothing());
  }

  public static LocationState restore(
      String id, RuleIndex rules, LocationSettings settings, LocationSnapshot snapshot) {
    List<SeriesKey> keys = snapshot.series().stream().map(SeriesSnapshot::key).toList();
    List<SeriesMemory> series =
        snapshot.series().stream()
            .map(one -> new SeriesMemory(one.times(), one.values(), one.times().length, one.knownFrom()))
            .toList();
    ReadingMemory memory =
        new ReadingMemory(settings, keys, series, snapshot.chunks());
    Presence presence = new Presence(snapshot.goods(), snapshot.books(), snapshot.newestStay());
    LocationState state = new LocationState(id, rules, settings, memory, presence, Received.restore(snapshot));
    state.version = snapshot.version();
    state.place = snapshot.place();
    state.placeBefore = snapshot.place();
    state.effects = Optional.of(snapshot.lastEffects());
    return state;
  }

  /** To be taken when the effects of the last event are known. */
  public LocationSnapshot snapshot() {
    List<SeriesSnapshot> series = new ArrayList<>();
    for (int i = 0; i < memory.keys().size(); i++) {
      SeriesMemory one = memory.memory(i);
      series.add(new SeriesSnapshot(memory.keys().get(i), one.times(), one.values(), one.knownFrom()));
    }
    List<Chunk> chunks = new ArrayList<>(memory.chunks());
    memory.pendingChunk().ifPresent(chunks::add);
    return new LocationSnapshot(
        version, presence.books(), presence.newestStay(), place, presence.after().all().toList(), series, chunks,
        received.refused(), received.refusedForSeries(), received.lastOffset(), received.newest(),
        received.newestCause(), effects.orElseThrow());
  }

  /** From the next event on so many readings are kept in memory at most; at least 1. */
  public void keepReadings(int most) {
    memory.hold(most);
  }

  /** From the next event on these rules count, for all time; that event's effects are all that this changes. */
  public void judgeBy(RuleIndex next) {
    rulesNext = next;
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
            command.batch(), memory, history, settings.retentionMillis(), presence.books().before());
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
            memory, rules, measured -> judgement(rules, place, presence.after(), measured),
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
    return news.isEmpty() ? Decision.none() : Decision.of(new GoodsSeen(news));
  }

  Decision<LocationEvent> decide(TakePlace command) {
    PlaceAt word = command.place();
    boolean newer = place.map(known -> word.version() > known.version()).orElse(true);
    return newer ? Decision.of(new PlaceSeen(word)) : Decision.none();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, LocationEvent event) {
    version = sequenceNr;
    memory.settle();
    presence.settle();
    placeBefore = place;
    rulesBefore = rules;
    last = Optional.of(event);
    effects = Optional.empty();
    event.applyTo(this);
  }

  void take(GoodsSeen event) {
    takeRules();
    closeBooks();
    presence.take(event.goods());
    List<GoodsHere> latest = presence.latest();
    latest.forEach(watch::take);
    widenDemand(latest);
    changedOtherwise();
  }

  void take(PlaceSeen event) {
    takeRules();
    place = Optional.of(event.place());
    changedOtherwise();
  }

  void take(EffectsPublished event) {
    last = Optional.empty();
    effects = Optional.of(List.of());
  }

  private void takeRules() {
    if (rules != rulesNext) {
      rules = rulesNext;
      demand = Optional.empty();
      changedOtherwise();
    }
  }

  private void closeBooks() {
    long kept = settings.keptMillis();
    long horizon = Books.horizon(
            received.newest() == Received.NOTHING ? Books.NEVER : received.newest(), presence.newestStay(), kept);
    if (presence.books().isDue(horizon, kept)) {
      long closing = presence.books().closing(horizon, beginningOfWhatReaches(horizon));
      presence.close(horizon, closing, rules.onPresence().stream().map(PresenceCheck::level).toList());
      demand = Optional.empty();
    }
  }

  /** Of the excursions of derived series that reach beyond a time, when the first began; else that time. */
  private long beginningOfWhatReaches(long time) {
    Judgement now = judgement(rules, place, presence.after(), number -> memory.after(number, History.EMPTY));
    Span then = new Span(time, time, false);
    rules.onPresence().forEach(check -> now.lookAt(check, Series.DERIVED, then));
    return now.found().values().stream()
        .filter(violation -> violation.to() == null || violation.to() > time)
        .mapToLong(Violation::from)
        .reduce(time, Math::min);
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
    takeRules();
    if (event.neededFrom() > 0) {
      rowsLookedAt = presence.books().before();
      memory.forgetRowsBefore(event.neededFrom());
    }
    closeBooks();
    memory.take(version, event);
    for (int number : memory.latestSeries()) {
      harmless.changed(number);
    }
    received.take(event);
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
    return compare(history, comparison -> comparison.readings(demand()), new ReadingCause(event, memory, rules)::of);
  }

  List<Revision> compare(GoodsSeen event, History history) {
    return compare(history, Comparison::goods, event::causeOf);
  }

  List<Revision> compare(PlaceSeen event, History history) {
    boolean isSame = placeBefore.flatMap(PlaceAt::profile).equals(profile());
    Consumer<Comparison> look = isSame ? comparison -> {} : Comparison::place;
    return compare(history, look, violation -> event.place().cause());
  }

  /** @param look where an event changes something under rules that stay the same */
  private List<Revision> compare(History history, Consumer<Comparison> look, Function<Violation, Cause> cause) {
    Comparison comparison = comparison(history);
    if (rulesBefore == rules) {
      look.accept(comparison);
    } else {
      comparison.everything();
    }
    return comparison.revisions(version, cause);
  }

  private Comparison comparison(History history) {
    Judgement before = judgement(rulesBefore, placeBefore, presence.before(), number -> memory.before(number, history));
    Judgement after = judgement(rules, place, presence.after(), number -> memory.after(number, history));
    return new Comparison(memory, before, after);
  }

  private Judgement judgement(
      RuleIndex rules, Optional<PlaceAt> word, Presence.View who, Function<Integer, Values> measured) {
    return new Judgement(id, rules, word.flatMap(PlaceAt::profile), who, measured);
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
    return new DeferralHint(harmless.of(memory.keys(), this::harmless), watch.next(), asOf);
  }

  private Range harmless(int number) {
    return harmless(memory.keys().get(number).metric(), memory.memory(number));
  }

  private Range harmless(String metric, SeriesMemory series) {
    long time = series.time(series.size() - 1);
    double value = series.value(series.size() - 1);
    Range range = Range.anythingAfter(time);
    for (SensorCheck check : rules.on(metric)) {
      boolean wanted = demand().wants(check, time) && !check.rule().excludes(profile().map(PlaceProfile::type));
      Optional<Band> band = wanted ? check.band(profile()) : Optional.empty();
      range = band.isPresent() ? range.and(check.quiet(band.get(), time)) : range;
    }
    return range.contains(value) ? range : Range.NOTHING;
  }

  private Optional<PlaceProfile> profile() {
    return place.flatMap(PlaceAt::profile);
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
            .map(goods -> new ExpiryEvidence(goods, id, received.newest(), received.newestCause().orElseThrow()))
            .toList();
    return new LocationReply(
        decision.refusals(), decision.duplicates(), evidence, evidence.size() < due.size(), command.unheard(this));
  }

  /** Whether not all is heard that the Goods had said by this word. */
  boolean missesOneBefore(GoodsAt word) {
    return presence.missesOneBefore(word);
  }

  List<String> due() {
    return watch.due(received.newest(), settings.evidencePerAnswer() + 1);
  }

  boolean isDue(String goods) {
    return watch.isDue(goods, received.newest());
  }

  /**
   * The Location as people see it.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  public LocationReport report(History history) {
    Judgement now = judgement(rules, place, presence.after(), number -> memory.after(number, history));
    new Comparison(memory, now, now).open();
    List<Reading> latest = new ArrayList<>();
    for (int i = 0; i < memory.keys().size(); i++) {
      SeriesMemory one = memory.memory(i);
      SeriesKey key = memory.keys().get(i);
      int end = one.size() - 1;
      latest.add(new Reading(key.metric(), key.sensor(), one.time(end), one.value(end)));
    }
    List<GoodsHere> aboard = presence.after().since(Stay.OPEN).toList();
    Optional<PlaceProfile> profile = place.flatMap(PlaceAt::profile);
    return new LocationReport(
        id,
        version,
        presence.books().before(),
        profile,
        aboard.stream().mapToLong(goods -> goods.profile().weightGrams()).sum(),
        aboard.size(),
        aboard.stream().map(GoodsHere::goods).toList(),
        latest,
        now.found().values().stream().filter(violation -> violation.to() == null).toList(),
        Optional.empty());
  }
}
