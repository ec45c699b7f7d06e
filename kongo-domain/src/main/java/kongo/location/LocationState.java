package kongo.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.Harmless.Range;
import kongo.location.LocationCommand.FindExpired;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.location.LocationEvent.PlaceSeen;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationSnapshot.SeriesSnapshot;
import kongo.registry.PlaceProfile;
import kongo.rules.Rule;
import kongo.violation.Cause;
import kongo.violation.Refusal;
import kongo.violation.RefusedOffsets;
import kongo.violation.Revision;

/**
 * A Location as a state machine: command in, at most one event out, effects derived from the event. Mutable, used by
 * one thread. The way of a command: {@link #decide}, {@link #apply}, {@link #effects}, then persist the event, publish
 * the effects, answer with {@link #reply}. After recovery the effects of the last event are published again.
 */
public final class LocationState {

  private static final long NOTHING = -1;

  private final String id;
  private final RuleIndex rules;
  private final LocationSettings settings;
  private final ReadingMemory memory;
  private final Presence presence;
  private final ExpiryWatch watch = new ExpiryWatch();

  private long version;
  private Optional<PlaceAt> place = Optional.empty();
  private Optional<PlaceAt> placeBefore = Optional.empty();
  private RefusedOffsets refused = new RefusedOffsets();
  private long lastOffset = NOTHING;
  private long newest = NOTHING;
  private Optional<Cause> newestCause = Optional.empty();
  private Optional<Demand> demand = Optional.empty();
  private int demandAge;
  private long asOf;

  /** Until its effects are known. */
  private Optional<LocationEvent> last = Optional.empty();
  private Optional<List<Revision>> effects = Optional.of(List.of());
  private List<Refusal> refusals = List.of();
  private int duplicates;

  private LocationState(
      String id, RuleIndex rules, LocationSettings settings, ReadingMemory memory, List<GoodsAt> goods) {
    this.id = id;
    this.rules = rules;
    this.settings = settings;
    this.memory = memory;
    this.presence = new Presence(goods);
    goods.forEach(watch::take);
  }

  public static LocationState empty(String id, RuleIndex rules, LocationSettings settings) {
    return new LocationState(id, rules, settings, ReadingMemory.empty(settings.readingsInMemory()), List.of());
  }

  public static LocationState restore(
      String id, RuleIndex rules, LocationSettings settings, LocationSnapshot snapshot) {
    List<SeriesKey> keys = snapshot.series().stream().map(SeriesSnapshot::key).toList();
    List<SeriesMemory> series =
        snapshot.series().stream()
            .map(one -> new SeriesMemory(one.times(), one.values(), one.times().length, one.knownFrom()))
            .toList();
    ReadingMemory memory =
        new ReadingMemory(settings.readingsInMemory(), keys, series, snapshot.chunks(), Optional.empty());
    LocationState state = new LocationState(id, rules, settings, memory, snapshot.goods());
    state.version = snapshot.version();
    state.place = snapshot.place();
    state.placeBefore = snapshot.place();
    state.refused = new RefusedOffsets(snapshot.refusedOffsets());
    state.lastOffset = snapshot.lastOffset();
    state.newest = snapshot.newest();
    state.newestCause = snapshot.newestCause();
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
        version, place, presence.after().all().toList(), series, chunks, refused.toArray(), lastOffset, newest,
        newestCause,
        effects.orElseThrow());
  }

  /** From the next event on so many readings are kept in memory at most; at least 1. */
  public void keepReadings(int most) {
    memory.hold(most);
  }

  /** Sequence number of the last event applied. */
  public long version() {
    return version;
  }

  /**
   * The event to persist, empty when the command brings nothing new.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  public Optional<LocationEvent> decide(LocationCommand command, History history) {
    if (command instanceof TakeReadings readings) {
      ReadingVerdict verdict =
          ReadingVerdict.of(
              readings.batch(), memory, history, refused, lastOffset, newest, settings.retentionMillis());
      refusals = verdict.refusals();
      duplicates = verdict.duplicates();
      return verdict.isEmpty() ? Optional.empty() : Optional.of(verdict.event());
    }
    if (command instanceof TakeGoods goods) {
      List<GoodsAt> newer =
          goods.goods().stream().filter(one -> one.version() > presence.version(one.goods())).toList();
      return newer.isEmpty() ? Optional.empty() : Optional.of(new GoodsSeen(newer));
    }
    if (command instanceof FindExpired) {
      return Optional.empty();
    }
    PlaceAt word = ((TakePlace) command).place();
    boolean newer = place.map(known -> word.version() > known.version()).orElse(true);
    return newer ? Optional.of(new PlaceSeen(word)) : Optional.empty();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, LocationEvent event) {
    version = sequenceNr;
    memory.settle();
    presence.settle();
    placeBefore = place;
    last = Optional.of(event);
    effects = Optional.empty();
    if (event instanceof ReadingsAccepted readings) {
      applyReadings(readings);
    } else if (event instanceof GoodsSeen goods) {
      presence.take(goods.goods());
      goods.goods().forEach(watch::take);
      widenDemand(goods.goods());
      asOf = sequenceNr;
    } else {
      place = Optional.of(((PlaceSeen) event).place());
      asOf = sequenceNr;
    }
  }

  /** From time to time it is computed anew, so that Goods that have left do not count for ever. */
  private void widenDemand(List<GoodsAt> goods) {
    demandAge++;
    if (demandAge > presence.size()) {
      demand = Optional.empty();
    }
    demand.ifPresent(known -> goods.forEach(one -> known.widen(rules, one)));
  }

  private void applyReadings(ReadingsAccepted event) {
    memory.take(version, event);
    for (int i = 0; i < event.size(); i++) {
      lastOffset = Math.max(lastOffset, event.offset(i));
      if (event.time(i) > newest) {
        newest = event.time(i);
        newestCause = Optional.of(event.source().cause(event.offset(i), event.timestamp(i)));
      }
    }
    refused.add(event.refusedOffsets());
    for (long offset : event.refusedOffsets()) {
      lastOffset = Math.max(lastOffset, offset);
    }
  }

  /**
   * What the last event changed in the violations.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  public List<Revision> effects(History history) {
    if (effects.isEmpty()) {
      effects = Optional.of(compare(last.orElseThrow(), history));
      // An idle Location would keep all readings of its last row.
      last = Optional.empty();
    }
    return effects.get();
  }

  private List<Revision> compare(LocationEvent event, History history) {
    Judgement before = judgement(placeBefore, presence.before(), number -> memory.before(number, history));
    Judgement after = judgement(place, presence.after(), number -> memory.after(number, history));
    Comparison comparison = new Comparison(rules, memory, before, after);
    if (event instanceof ReadingsAccepted readings) {
      comparison.readings(demand());
      return comparison.revisions(version, new ReadingCause(readings, memory)::of);
    }
    if (event instanceof GoodsSeen goods) {
      comparison.goods();
      return comparison.revisions(version, violation -> goods.causeOf(violation));
    }
    if (placeBefore.flatMap(PlaceAt::profile).equals(place.flatMap(PlaceAt::profile))) {
      return List.of();
    }
    comparison.place();
    return comparison.revisions(version, violation -> place.orElseThrow().cause());
  }

  private Judgement judgement(
      Optional<PlaceAt> word, Presence.View who, java.util.function.Function<Integer, Values> measured) {
    return new Judgement(id, word.flatMap(PlaceAt::profile), who, measured);
  }

  private Demand demand() {
    if (demand.isEmpty()) {
      demand = Optional.of(Demand.of(rules, presence.after()));
      demandAge = 0;
    }
    return demand.get();
  }

  /** What readings would change nothing now. */
  public Harmless harmless() {
    Map<SeriesKey, Range> ranges = new HashMap<>();
    for (int number = 0; number < memory.keys().size(); number++) {
      ranges.put(memory.keys().get(number), harmless(memory.keys().get(number).metric(), memory.memory(number)));
    }
    return new Harmless(ranges, watch.next(), asOf);
  }

  private Range harmless(String metric, SeriesMemory series) {
    long time = series.time(series.size() - 1);
    double value = series.value(series.size() - 1);
    double above = Double.NEGATIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    for (Rule rule : rules.on(metric)) {
      boolean wanted = demand().wants(rule, time) && !rule.excludes(profile().map(PlaceProfile::type));
      Optional<Band> band = wanted ? Band.of(rule, profile()) : Optional.empty();
      above = Math.max(above, band.map(Band::lower).orElse(above));
      below = Math.min(below, band.map(Band::upper).orElse(below));
    }
    boolean calm = above < value && value < below;
    return calm ? new Range(time, above, below) : Range.NOTHING;
  }

  private Optional<PlaceProfile> profile() {
    return place.flatMap(PlaceAt::profile);
  }

  /** The answer to a command whose event, if any, has been applied. */
  public LocationReply reply(LocationCommand command) {
    if (command instanceof TakeGoods goods) {
      // Only of these: the others are due by a reading, and who sent that one answers for them.
      return reply(List.of(), 0, goods.goods().stream().map(GoodsAt::goods).filter(one -> watch.isDue(one, newest)).toList());
    }
    if (command instanceof TakePlace) {
      return reply(List.of(), 0, List.of());
    }
    List<String> due = watch.due(newest, settings.evidencePerAnswer() + 1);
    return command instanceof TakeReadings ? reply(refusals, duplicates, due) : reply(List.of(), 0, due);
  }

  private LocationReply reply(List<Refusal> refused, int repeated, List<String> due) {
    List<ExpiryEvidence> evidence =
        due.stream()
            .limit(settings.evidencePerAnswer())
            .map(goods -> new ExpiryEvidence(goods, id, newest, newestCause.orElseThrow()))
            .toList();
    return new LocationReply(refused, repeated, evidence, evidence.size() < due.size());
  }

  /**
   * The Location as people see it.
   *
   * @throws HistoryMissing if rows of the own journal have to be read first
   */
  public LocationReport report(History history) {
    Judgement now = judgement(place, presence.after(), number -> memory.after(number, history));
    new Comparison(rules, memory, now, now).open();
    List<Reading> latest = new ArrayList<>();
    for (int i = 0; i < memory.keys().size(); i++) {
      SeriesMemory one = memory.memory(i);
      SeriesKey key = memory.keys().get(i);
      int end = one.size() - 1;
      latest.add(new Reading(key.metric(), key.sensor(), one.time(end), one.value(end)));
    }
    List<GoodsAt> aboard = presence.after().since(Stay.OPEN).toList();
    Optional<PlaceProfile> profile = place.flatMap(PlaceAt::profile);
    return new LocationReport(
        id,
        version,
        profile,
        aboard.stream().mapToLong(goods -> goods.profile().weightGrams()).sum(),
        aboard.stream().map(GoodsAt::goods).toList(),
        latest,
        now.found().values().stream().filter(violation -> violation.to() == null).toList());
  }
}
