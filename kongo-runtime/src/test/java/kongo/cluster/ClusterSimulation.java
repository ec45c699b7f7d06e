package kongo.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import kongo.entity.AnswerLimit;
import kongo.entity.LocationMachine;
import kongo.entity.Machine;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.goods.Stay;
import kongo.location.Harmless;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.PlantedRules;
import kongo.location.RuleIndex;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord;
import kongo.reference.RefusedRecord;
import kongo.reference.SmallWorld;
import kongo.rules.RuleBook;
import kongo.stream.Ask;

/**
 * A whole cluster under one seeded scheduler: it delivers, repeats, delays, reorders and drops messages and crashes any
 * part between any two steps, for a while; then it lets everything come to rest.
 */
final class ClusterSimulation {

  /** Of a small world, in bytes: beyond, answers are told in pages. */
  private static final int LONGEST_WORD = 1_000;
  private static final int MOST_STEPS = 2_000_000;
  /** By then every reading that waits has gone. */
  private static final int ACTS_UNTIL_NOTHING_IS_LEFT = 5_000;

  private final SmallWorld world;
  private final Plant plant;
  private final Random random;
  private final RuleIndex rules;
  private final LocationSettings settings;
  private final GoodsSettings goodsSettings;
  private final AnswerLimit answers;
  private final ClosedBooks books;
  private final Published published = new Published();
  private final List<Lane> partitions = new ArrayList<>();
  private final Map<String, Entity<GoodsCommand, GoodsEvent, GoodsReply, ?>> goods = new TreeMap<>();
  private final Map<String, Entity<LocationCommand, LocationEvent, LocationReply, ?>> locations = new TreeMap<>();
  private final List<Entity<?, ?, ?, ?>> entities = new ArrayList<>();
  private final List<Runnable> network = new ArrayList<>();
  private final PlantedWords words;
  private final GivenUp givenUp = new GivenUp(this::locationAtRest);
  private final boolean givesUp;
  private final Set<Ask> asked = Collections.newSetFromMap(new IdentityHashMap<>());
  private Optional<String> sick;
  private final List<String> heldUp = new ArrayList<>();
  private int idleActs;
  private int faultsLeft;

  ClusterSimulation(SmallWorld world, Plant plant, long seed) {
    this.world = world;
    this.plant = plant;
    this.words = new PlantedWords(plant);
    this.random = new Random(seed);
    this.rules = rules(world.book());
    this.books = random.nextBoolean() ? ClosedBooks.of(world) : ClosedBooks.NEVER;
    long retention = world.retention().toMillis();
    this.settings = new LocationSettings(
        retention, books.keptMillis(), random.nextBoolean() ? 50 : 4, 1 + random.nextInt(3), world.maxSeries(),
        1 + random.nextInt(3), 2 + random.nextInt(9));
    this.goodsSettings = new GoodsSettings(retention, books.keptMillis(), 1 + random.nextInt(3));
    this.answers = random.nextBoolean() ? AnswerLimit.NONE : new AnswerLimit(LONGEST_WORD + random.nextInt(500));
    this.faultsLeft = random.nextInt(120);
    world.partitions().forEach(log -> partitions.add(lane(log)));
    this.givesUp = random.nextInt(4) == 0;
    this.sick = random.nextInt(4) == 0 ? anyGoods() : Optional.empty();
  }

  /** A Goods that answers nobody until nothing else is left to do. */
  private Optional<String> anyGoods() {
    List<String> moved =
        world.partitions().stream().filter(log -> log.get(0).topic() == InputTopic.RFID)
            .flatMap(List::stream).map(LogRecord::id).distinct().toList();
    return moved.isEmpty() ? Optional.empty() : Optional.of(any(moved));
  }

  private RuleIndex rules(RuleBook book) {
    return switch (plant) {
      case ROWS_SKIPPED_THOUGH_RATES_NEED_THEM -> PlantedRules.rowsAreSkippedThoughRatesNeedThem(book);
      case RATE_AFTER_A_LATE_READING_FORGOTTEN -> PlantedRules.rateAfterALateReadingIsForgotten(book);
      default -> new RuleIndex(book);
    };
  }

  private Lane lane(List<LogRecord> log) {
    return log.get(0).topic() == InputTopic.SENSORS
        ? new SensorLane(plant, log, random, this::harmless)
        : new Partition(plant, log, random);
  }

  /** As a lane knows it: nothing of a Location that is elsewhere. */
  private Optional<Harmless> harmless(String location) {
    return Optional.ofNullable(locations.get(location))
        .flatMap(Entity::running)
        .flatMap(machine -> machine instanceof LocationMachine known ? Optional.of(known.harmless()) : Optional.empty());
  }

  /** Runs until everything is at rest; what a consumer then believes. */
  Map<String, String> finalSet() {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (isAtRest()) {
        return books.compared(givenUp.untouched(published.violations()));
      }
      act();
    }
    throw new IllegalStateException("world " + world.seed() + " does not come to rest: " + network.size() + " messages; " + partitions);
  }

  /** Where a consumer believes each Goods was. */
  Map<String, List<Stay>> stays() {
    return published.stays();
  }

  /** What was published again though it was known to be published. */
  List<String> repetitions() {
    return published.repetitions();
  }

  List<String> contradictions() {
    return published.contradictions();
  }

  /** What waited for somebody else than the sick Goods when nothing else was left to do. */
  List<String> heldUp() {
    return heldUp;
  }

  Set<RefusedRecord> deadLetters() {
    Set<RefusedRecord> all = new HashSet<>();
    partitions.forEach(partition -> all.addAll(partition.deadLetters()));
    return all;
  }

  private boolean isAtRest() {
    return sick.isEmpty()
        && network.isEmpty()
        && partitions.stream().allMatch(Lane::isAtRest)
        && entities.stream().noneMatch(Entity::isBusy);
  }

  private void act() {
    idleActs++;
    if (sick.isPresent() && idleActs > ACTS_UNTIL_NOTHING_IS_LEFT) {
      String id = sick.get();
      partitions.forEach(lane -> heldUp.addAll(lane.heldUp(id)));
      sick = Optional.empty();
    }
    int dice = random.nextInt(100);
    if (dice < 4 && faultsLeft > 0) {
      faultsLeft--;
      fault();
    } else if (dice < 40) {
      stepEntity();
    } else if (dice < 75) {
      deliverOne();
    } else if (dice < 95) {
      Lane partition = any(partitions);
      partition.step().forEach(ask -> send(partition, ask));
    } else {
      Lane partition = any(partitions);
      partition.impatient().ifPresent(ask -> send(partition, ask));
    }
  }

  private void fault() {
    int dice = random.nextInt(14);
    if (dice < 4 && !entities.isEmpty()) {
      any(entities).crash();
    } else if (dice >= 12 && !entities.isEmpty()) {
      any(entities).loseWrite();
    } else if (dice >= 10 && !entities.isEmpty()) {
      any(entities).stopInOrder();
    } else if (dice < 6) {
      any(partitions).crash();
    } else if (dice < 7) {
      entities.forEach(Entity::crash);
      partitions.forEach(Lane::crash);
    } else if (dice < 9 && !network.isEmpty()) {
      network.remove(random.nextInt(network.size()));
    } else if (!entities.isEmpty()) {
      any(entities).takeSnapshot();
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void stepEntity() {
    Entity<?, ?, ?, ?> asleep = sick.map(goods::get).orElse(null);
    List<Entity<?, ?, ?, ?>> busy = entities.stream().filter(one -> one != asleep && one.isBusy()).toList();
    if (!busy.isEmpty()) {
      idleActs = 0;
      any(busy).step();
    }
  }

  private void deliverOne() {
    if (network.isEmpty()) {
      return;
    }
    int i = random.nextInt(network.size());
    boolean repeat = faultsLeft > 0 && random.nextInt(20) == 0;
    Runnable message = repeat ? network.get(i) : network.remove(i);
    message.run();
  }

  private void send(Lane from, Ask ask) {
    int life = from.life();
    if (isPoison(ask)) {
      network.add(() -> from.failed(life, ask));
    } else if (ask instanceof Ask.OfGoods one) {
      network.add(() -> goods(one.goods()).deliver(one.command(), reply -> answer(from, life, one, reply)));
    } else {
      Ask.OfLocation one = (Ask.OfLocation) ask;
      network.add(
          () -> location(one.location()).deliver(words.to(one.location(), one.command()), reply -> answer(from, life, one, reply)));
    }
  }

  /** Words that their Location fails at, however often it is asked. */
  private boolean isPoison(Ask ask) {
    if (givesUp && asked.add(ask) && random.nextInt(20) == 0) {
      givenUp.add(ask);
    }
    return givenUp.contains(ask);
  }

  private void answer(Lane to, int life, Ask.OfGoods ask, GoodsReply reply) {
    network.add(() -> {
      to.answered(life, ask, words.of(reply));
      to.due().forEach(next -> send(to, next));
    });
  }

  private void answer(Lane to, int life, Ask.OfLocation ask, LocationReply reply) {
    network.add(() -> {
      to.answered(life, ask, words.of(ask.command(), reply));
      to.due().forEach(next -> send(to, next));
    });
  }

  private Entity<GoodsCommand, GoodsEvent, GoodsReply, ?> goods(String id) {
    return goods.computeIfAbsent(id, key -> started(new GoodsLife(id, goodsSettings, answers)));
  }

  private Entity<LocationCommand, LocationEvent, LocationReply, ?> location(String id) {
    LocationLife life = new LocationLife(id, rules, settings, answers);
    return locations.computeIfAbsent(
        id,
        key -> plant == Plant.DEDUPLICATION_OFF ? started(new WithoutDeduplication.Planted(life)) : started(life));
  }

  private <C, E, R, M extends Machine<C, E, R>> Entity<C, E, R, M> started(Life<C, E, R, M> life) {
    Entity<C, E, R, M> entity = new Entity<>(plant, published, random, life);
    entities.add(entity);
    return entity;
  }

  /** What the reference expects. */
  Map<String, String> expected() {
    return books.compared(givenUp.untouched(world.expected().values()));
  }

  /** What Locations keep apart though they could have asked for what is missing. */
  List<String> keptApart() {
    return givenUp.keptApart(locations.keySet());
  }

  private Optional<LocationMachine> locationAtRest(String id) {
    return Optional.ofNullable(locations.get(id))
        .map(Entity::atRest)
        .flatMap(machine -> machine instanceof LocationMachine known ? Optional.of(known) : Optional.empty());
  }

  Optional<String> difference() {
    Map<String, String> observed = finalSet();
    Map<String, String> expected = expected();
    return observed.equals(expected) && stays().equals(world.expectedStays()) && repetitions().isEmpty() && keptApart().isEmpty()
        ? Optional.empty()
        : Optional.of("world " + world.seed() + ": expected " + expected + " but observed " + observed + ", " + stays() + ", " + repetitions());
  }
}
