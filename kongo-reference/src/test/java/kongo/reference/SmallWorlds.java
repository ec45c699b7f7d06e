package kongo.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.Registration;

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

  private record Draft(InputTopic topic, String id, long time, Object content) {}

  private final long seed;
  private final Random random;
  private final long base;
  private final int hold;
  private final List<String> goods;
  private final List<String> places;
  private final SmallRegistry registry;
  private final List<Draft> drafts = new ArrayList<>();

  private SmallWorlds(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.base = chance(4) ? 0 : 1_795_229_400_000L;
    this.hold = 1 + random.nextInt(3);
    boolean crowded = chance(40);
    this.goods = ids("g", crowded ? 30 : 1 + random.nextInt(6));
    this.places = ids("p", crowded ? 1 : 1 + random.nextInt(4));
    this.registry = new SmallRegistry(random, this::time);
  }

  public static SmallWorld generate(long seed) {
    return new SmallWorlds(seed).world();
  }

  private SmallWorld world() {
    goods.forEach(this::draftGoods);
    places.forEach(this::draftPlace);
    order();
    repeatSome();
    Duration retention = chance(4) ? Duration.ofMillis((2 + random.nextInt(6)) * TICK) : Duration.ofDays(30);
    return new SmallWorld(seed, SmallBooks.any(random, hold), retention, records(), maxSeries());
  }

  private void draftGoods(String id) {
    registry.ofGoods().forEach(r -> drafts.add(new Draft(InputTopic.REGISTRY, id, time(), r)));
    if (chance(2)) {
      walk(id);
    } else {
      times(1 + random.nextInt(8), () -> draft(id, anyMove(time())));
    }
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
      place = move.destination();
      time += random.nextInt(4) * TICK;
    }
  }

  private Move moveFrom(String place, long time) {
    if (place.equals(Move.OUTSIDE)) {
      return new Move(MoveType.RECEIVE, time, any(places), "");
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
      case DELIVER -> chance(2) ? new Move(type, time, warehouse, "") : new Move(type, time, chance(2) ? warehouse : "", truck);
    };
  }

  private void draftPlace(String id) {
    registry.ofPlace(isTruck(id)).forEach(r -> drafts.add(new Draft(InputTopic.REGISTRY, id, time(), r)));
    times(random.nextInt(5), () -> draftReadings(id));
  }

  /** Readings of one series about {@code hold} apart. */
  private void draftReadings(String id) {
    String metric = any(METRICS);
    String sensor = any(SENSORS);
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

  private void draft(String id, Move move) {
    drafts.add(new Draft(InputTopic.RFID, id, move.time(), move));
  }

  private void draft(String id, Reading reading) {
    drafts.add(new Draft(InputTopic.SENSORS, id, reading.time(), reading));
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
    List.of(InputTopic.values()).forEach(topic -> partitions.put(topic, 1 + random.nextInt(3)));
    Map<String, Long> offsets = new HashMap<>();
    List<LogRecord> records = new ArrayList<>();
    for (Draft draft : drafts) {
      int partition = Math.floorMod(draft.id().hashCode(), partitions.get(draft.topic()));
      long offset = offsets.merge(draft.topic() + "-" + partition, 1L + random.nextInt(2), Long::sum);
      records.add(logRecord(draft, partition, offset));
    }
    return List.copyOf(records);
  }

  private int maxSeries() {
    return chance(10) ? 1 + random.nextInt(3) : Acceptance.DEFAULT_MAX_SERIES;
  }

  private static LogRecord logRecord(Draft draft, int partition, long offset) {
    return switch (draft.topic()) {
      case REGISTRY -> new LogRecord.OfRegistration(partition, offset, draft.id(), (Registration) draft.content());
      case SENSORS -> new LogRecord.OfReading(partition, offset, draft.id(), (Reading) draft.content());
      case RFID -> new LogRecord.OfMove(partition, offset, draft.id(), (Move) draft.content());
    };
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

  private static List<String> ids(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }
}
