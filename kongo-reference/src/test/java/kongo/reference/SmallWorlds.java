package kongo.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.Registration;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.violation.Correction;

/**
 * Makes worlds in which few times and values occur, so that ties, duplicates, exact bounds, carried values, gaps
 * around {@code hold} and everything else that is hard to get right is frequent. The same seed makes the same world.
 */
public final class SmallWorlds {

  /** The grid of event times; the holds of {@link SmallBooks} are multiples of it. */
  static final long TICK = 600_000;

  private static final int TICKS = 14;
  private static final double[] VALUES = {-1, 0, 1, 2, 2, 5, 5, 5.5, 8, 8, Math.nextUp(8.0), 9, 9, 12};
  private static final List<String> METRICS = List.of("temperature", "temperature", "temperature", "humidity", "noise");
  private static final List<String> SENSORS = List.of("", "s1", "s1", "s2");
  /** Some of which only an escape makes different. */
  private static final List<String> ODD_NAMES = List.of("a/b", "a%2Fb", "a%252Fb", "a%", "/", "%", "a|b", "A", "~", "\"\\");

  /**
   * @param sent the timestamp of its record
   * @param ofGoods whether a reading names its place as a Goods
   */
  private record Draft(InputTopic topic, String id, long time, long sent, Object content, Correction correction,
      boolean ofGoods) {

    Draft(InputTopic topic, String id, long time, Object content) {
      this(topic, id, time, time, content, Correction.ORIGINAL, false);
    }
  }

  /** What worlds may have beside what all of them have. */
  public enum Feature {
    /** Rules that wait, merge and rank. */
    DAMPING,
    /** Values that no sensor can mean. */
    PLAUSIBLE,
    /** Profiles that hold from some time on, and ids that are of one type for all time. */
    PROFILES,
    /** Rule books that hold from some time on. */
    BOOKS,
    /** Loggers that travel with Goods, and Goods that are on other Goods. */
    LOGGERS
  }

  private final long seed;
  private final Set<Feature> features;
  private final Random random;
  private final long base;
  private final int hold;
  private final boolean odd;
  private final List<String> goods;
  private final List<String> places;
  private final SmallRegistry registry;
  private final List<Draft> drafts = new ArrayList<>();

  private SmallWorlds(long seed, Set<Feature> features) {
    this.seed = seed;
    this.features = features;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.base = chance(4) ? 0 : 1_795_229_400_000L;
    this.hold = 1 + random.nextInt(3);
    boolean crowded = chance(40);
    this.odd = chance(6);
    this.goods = ids("g", crowded ? 30 : 1 + random.nextInt(6));
    this.places = ids("p", crowded ? 1 : 1 + random.nextInt(4));
    this.registry = new SmallRegistry(random, places, this::time, features.contains(Feature.LOGGERS));
  }

  public static SmallWorld generate(long seed) {
    return generate(seed, EnumSet.noneOf(Feature.class));
  }

  public static SmallWorld generate(long seed, Set<Feature> features) {
    return new SmallWorlds(seed, features).world();
  }

  private SmallWorld world() {
    goods.forEach(this::draftGoods);
    places.forEach(this::draftPlace);
    if (chance(2)) {
      correctSome();
    }
    if (features.contains(Feature.LOGGERS)) {
      goods.forEach(id -> times(random.nextInt(3), () -> draftReadings(id)));
      goods.stream().filter(id -> chance(3)).forEach(id -> draft(id, Move.between(time(), "", any(goods))));
    }
    Optional<RuleBook> configured = features.contains(Feature.BOOKS) ? Optional.of(draftBooks()) : Optional.empty();
    order();
    repeatSome();
    Duration retention = chance(4) ? Duration.ofMillis((2 + random.nextInt(6)) * TICK) : Duration.ofDays(30);
    boolean few = retention.toMillis() < TICKS * TICK && chance(2);
    RuleBook book = configured.orElseGet(() -> SmallBooks.any(random, hold, features));
    return new SmallWorld(seed, book, retention, records(), few ? 1 + random.nextInt(2) : maxSeries(), profileBytes());
  }

  private void draftGoods(String id) {
    draftRegistry(id, registry::ofGoods);
    if (chance(2)) {
      walk(id);
    } else {
      times(1 + random.nextInt(8), () -> draft(id, anyMove(time())));
    }
  }

  private void draftRegistry(String id, Supplier<List<Registration>> some) {
    List<?> words = features.contains(Feature.PROFILES) ? registry.words(some) : some.get();
    words.forEach(word -> drafts.add(new Draft(InputTopic.REGISTRY, id, time(), word)));
  }

  /** Moves that fit together but for a few that are missing or read twice. */
  private void walk(String id) {
    long time = time();
    String place = Move.OUTSIDE;
    for (int i = random.nextInt(8); i >= 0; i--) {
      Move move = moveFrom(place, time);
      if (!chance(8)) {
        draft(id, move);
      }
      if (chance(5)) {
        draft(id, new Move(move.type(), time + random.nextInt(3) * TICK, move.warehouse(), move.truck()));
      }
      if (move.type() == MoveType.LOAD && chance(3)) {
        draft(id, new Move(MoveType.RECEIVE, time + random.nextInt(3) * TICK, move.warehouse(), ""));
      }
      place = move.destination();
      time += random.nextInt(4) * TICK;
    }
  }

  private Move moveFrom(String place, long time) {
    if (place.equals(Move.OUTSIDE)) {
      return chance(8) ? Move.between(time, "", any(places)) : new Move(MoveType.RECEIVE, time, any(places), "");
    }
    if (chance(4)) {
      return Move.between(time, chance(3) ? "" : place, any(places));
    }
    boolean isTruck = isTruck(place);
    if (chance(4)) {
      String at = any(places);
      return isTruck ? new Move(MoveType.DELIVER, time, chance(2) ? at : "", place) : new Move(MoveType.DELIVER, time, place, "");
    }
    return isTruck
        ? new Move(MoveType.UNLOAD, time, any(places), place)
        : new Move(MoveType.LOAD, time, place, any(places));
  }

  private Move anyMove(long time) {
    MoveType type = any(List.of(MoveType.values()));
    String warehouse = any(places);
    String truck = any(places);
    return switch (type) {
      case RECEIVE -> new Move(type, time, warehouse, "");
      case LOAD, UNLOAD -> new Move(type, time, warehouse, truck);
      case MOVE -> Move.between(time, chance(3) ? "" : warehouse, truck);
      case DELIVER -> chance(2) ? new Move(type, time, warehouse, "") : new Move(type, time, chance(2) ? warehouse : "", truck);
    };
  }

  private void draftPlace(String id) {
    draftRegistry(id, () -> registry.ofPlace(isTruck(id)));
    times(random.nextInt(5), () -> draftReadings(id));
  }

  /** Readings of one series about {@code hold} apart. */
  private void draftReadings(String id) {
    String metric = any(METRICS);
    String sensor = odd && chance(2) ? any(ODD_NAMES) : any(SENSORS);
    long time = time();
    for (int i = random.nextInt(7); i >= 0; i--) {
      draft(id, new Reading(metric, sensor, time, value()));
      if (chance(10)) {
        draft(id, new Reading(metric, sensor, time, value()));
      }
      time += chance(3) ? hold * TICK + random.nextInt(3) - 1 : random.nextInt(4) * TICK;
      time = Math.max(0, time + (chance(10) ? random.nextInt(3) - 1 : 0));
    }
  }

  /** Lower and higher ones, voids and what takes them back, others of the same number, and of what was never said. */
  private void correctSome() {
    List<Draft> said = drafts.stream().filter(draft -> draft.topic() == InputTopic.SENSORS || draft.topic() == InputTopic.RFID)
        .toList();
    if (!said.isEmpty()) {
      times(random.nextInt(1 + drafts.size() / 2), () -> drafts.add(corrected(any(said))));
    }
  }

  private Draft corrected(Draft said) {
    Correction correction = new Correction(random.nextInt(4), chance(3));
    if (said.content() instanceof Move move) {
      return new Draft(InputTopic.RFID, said.id(), move.time(), move.time(), move, correction, false);
    }
    Reading reading = (Reading) said.content();
    long time = chance(8) ? reading.time() + TICK : reading.time();
    double value = correction.isVoid() ? 0 : value();
    return new Draft(
        InputTopic.SENSORS, said.id(), time, sent(time), new Reading(reading.metric(), reading.sensor(), time, value), correction,
        isOfGoods(said.id()));
  }

  /** Says which is the first of them. */
  private RuleBook draftBooks() {
    RuleBook configured = SmallBooks.any(random, hold, features);
    SmallHistory history = new SmallHistory(random, hold, features, configured);
    times(1 + random.nextInt(4), () -> {
      long from = chance(6) ? RuleHistory.EVER : chance(8) ? time() + 100 * TICK : time();
      drafts.add(new Draft(InputTopic.RULES, "book", time(), new RuleHistory.Sent(RuleHistory.CONFIGURED, from, history.next())));
    });
    return configured;
  }

  private void draft(String id, Move move) {
    drafts.add(new Draft(InputTopic.RFID, id, move.time(), move));
  }

  private void draft(String id, Reading reading) {
    drafts.add(new Draft(InputTopic.SENSORS, id, reading.time(), sent(reading.time()), reading, Correction.ORIGINAL,
        isOfGoods(id)));
  }

  /** A sender may say it otherwise. */
  private boolean isOfGoods(String place) {
    return features.contains(Feature.LOGGERS) && chance(8) != goods.contains(place);
  }

  /** Some sensors' clocks are fast, and some readings are late. */
  private long sent(long time) {
    return chance(3) ? Math.max(0, time + (random.nextInt(7) - 4) * TICK) : time;
  }

  /** Either as it happened, apart from some that are late, or any way. */
  private void order() {
    Collections.shuffle(drafts, random);
    if (chance(2)) {
      Map<Draft, Long> sent = new HashMap<>();
      drafts.forEach(draft -> sent.put(draft, draft.time() + (chance(5) ? random.nextInt(TICKS) * TICK : 0)));
      drafts.sort((a, b) -> Long.compare(sent.get(a), sent.get(b)));
    }
  }

  private void repeatSome() {
    times(random.nextInt(1 + drafts.size() / 4), () -> drafts.add(random.nextInt(drafts.size() + 1), any(drafts)));
  }

  private List<LogRecord> records() {
    Map<InputTopic, Integer> partitions = new HashMap<>();
    List.of(InputTopic.REGISTRY, InputTopic.SENSORS, InputTopic.RFID)
        .forEach(topic -> partitions.put(topic, 1 + random.nextInt(3)));
    Map<String, Long> offsets = new HashMap<>();
    List<LogRecord> records = new ArrayList<>();
    for (Draft draft : drafts) {
      int partition = Math.floorMod(draft.id().hashCode(), partitions.getOrDefault(draft.topic(), 1));
      long offset = offsets.merge(draft.topic() + "-" + partition, 1L + random.nextInt(2), Long::sum);
      records.add(logRecord(draft, partition, offset));
    }
    return List.copyOf(records);
  }

  /** Now and then so few that an id can change only some times. */
  private int profileBytes() {
    boolean few = features.contains(Feature.PROFILES) && chance(3);
    return few ? 100 + random.nextInt(500) : Acceptance.DEFAULT_PROFILE_BYTES;
  }

  private int maxSeries() {
    return chance(10) ? 1 + random.nextInt(3) : Acceptance.DEFAULT_MAX_SERIES;
  }

  private static LogRecord logRecord(Draft draft, int partition, long offset) {
    return switch (draft.topic()) {
      case REGISTRY -> registration(draft, partition, offset);
      case RULES -> book((RuleHistory.Sent) draft.content(), partition, offset);
      case SENSORS ->
          new LogRecord.OfReading(partition, offset, draft.id(), draft.sent(), (Reading) draft.content(), draft.correction(),
              draft.ofGoods());
      case RFID -> new LogRecord.OfMove(partition, offset, draft.id(), (Move) draft.content(), draft.correction());
    };
  }

  private static LogRecord registration(Draft draft, int partition, long offset) {
    return draft.content() instanceof SmallRegistry.Word word
        ? new LogRecord.OfRegistration(partition, offset, draft.id(), draft.time(), word.registration(), word.from())
        : new LogRecord.OfRegistration(partition, offset, draft.id(), (Registration) draft.content());
  }

  private static LogRecord book(RuleHistory.Sent book, int partition, long offset) {
    return new LogRecord.OfBook(partition, offset, book.from(), book.book());
  }

  private long time() {
    long time = base + random.nextInt(TICKS) * TICK;
    return chance(10) ? Math.max(0, time + random.nextInt(3) - 1) : time;
  }

  private double value() {
    return VALUES[random.nextInt(VALUES.length)];
  }

  private boolean isTruck(String place) {
    return places.indexOf(place) % 2 == 1;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private static void times(int count, Runnable action) {
    for (int i = 0; i < count; i++) {
      action.run();
    }
  }

  private List<String> ids(String prefix, int count) {
    boolean some = odd && count <= ODD_NAMES.size();
    return IntStream.range(0, count).mapToObj(i -> some ? prefix + ODD_NAMES.get(i) : prefix + (i + 1)).toList();
  }
}
