package kongo.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kongo.entity.AnswerLimit;
import kongo.entity.BookNews;
import kongo.entity.LocationMachine;
import kongo.entity.Machine;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.location.DeferralHint;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.PlantedRules;
import kongo.location.RuleIndex;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfBook;
import kongo.reference.RefusedRecord;
import kongo.reference.SmallWorld;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Violation;

/**
 * A whole cluster under one seeded scheduler: it delivers, repeats, delays, reorders and drops messages, crashes any part
 * between any two steps, cuts nodes off, and lets writes fail, for a while; then it lets everything come to rest.
 */
final class ClusterSimulation {

  /** What a Random draws first is the same for all small seeds. */
  private static final long MIXING = 0x9E3779B97F4A7C15L;
  private static final int MOST_STEPS = 2_000_000;
  /** By then every reading that waits has gone. */
  private static final int ACTS_UNTIL_NOTHING_IS_LEFT = 5_000;
  /** Of a small world, in bytes: beyond, answers are told in pages. */
  private static final int LONGEST_WORD = 1_500;
  private static final int MOST_FAULTS = 120;
  static final String LOCATION = "Location ";
  static final String GOODS = "Goods ";

  private final SmallWorld world;
  private final Plant plant;
  private final Random random;
  private final Random backlogs;
  private final List<SimulatedNode> nodes = new ArrayList<>();
  private final SimulatedSpreading spreading;
  private final LocationSettings settings;
  private final GoodsSettings goodsSettings;
  private final AnswerLimit answers;
  private final ClosedBooks books;
  private final Published published = new Published();
  private final List<SimulatedLane> lanes = new ArrayList<>();
  private final Map<String, Entity<GoodsCommand, GoodsEvent, GoodsReply, ?>> goods = new TreeMap<>();
  private final Map<String, Entity<LocationCommand, LocationEvent, LocationReply, ?>> locations = new TreeMap<>();
  private final List<Entity<?, ?, ?, ?>> entities = new ArrayList<>();
  private final List<Runnable> network = new ArrayList<>();
  private final PlantedWords words;
  private final GivenUp givenUp = new GivenUp(this::locationAtRest);
  private final Set<LocationCommand> asked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final boolean givesUp;
  private final Unwritable unwritable;
  private Optional<String> sick;
  private final List<String> heldUp = new ArrayList<>();
  private int idleActs;
  private int faultsLeft;

  ClusterSimulation(SmallWorld world, Plant plant, long seed) {
    this(world, plant, seed, MOST_FAULTS);
  }

  /** @param mostFaults so many crashes, losses and the like at most */
  ClusterSimulation(SmallWorld world, Plant plant, long seed, int mostFaults) {
    this.world = world;
    this.plant = plant;
    this.words = new PlantedWords(plant);
    this.random = new Random(seed * MIXING);
    this.backlogs = new Random(seed);
    this.books = random.nextBoolean() ? ClosedBooks.of(world) : ClosedBooks.NEVER;
    long retention = world.retention().toMillis();
    this.settings = new LocationSettings(
        retention, books.keptMillis(), random.nextBoolean() ? 50 : 4, 1 + random.nextInt(3), world.maxSeries(),
        1 + random.nextInt(3), 2 + random.nextInt(9)).withRunBegins(seed % 2 == 0 ? 64 : 2);
    this.goodsSettings = new GoodsSettings(retention, books.keptMillis(), 1 + random.nextInt(3)).withProfileBytes(world.profileBytes());
    this.answers = random.nextBoolean() ? AnswerLimit.NONE : new AnswerLimit(LONGEST_WORD + random.nextInt(500));
    this.faultsLeft = Math.min(mostFaults, random.nextInt(MOST_FAULTS));
    world.partitions().stream().filter(log -> log.get(0).topic() != InputTopic.RULES)
        .forEach(log -> lanes.add(new SimulatedLane(plant, log, random, this::harmless, this::toGoods, this::toLocation)));
    List<OfBook> log = world.records().stream().filter(OfBook.class::isInstance).map(OfBook.class::cast).toList();
    for (int i = log.isEmpty() ? 0 : random.nextInt(3); i >= 0; i--) {
      int node = i;
      SimulatedNode.Law law = new SimulatedNode.Law(books -> index(node, books), this::planted);
      nodes.add(new SimulatedNode("node-" + node, planted(world.book()), log, law));
    }
    this.spreading = new SimulatedSpreading(plant, random, nodes, log.size(), this::journaled, this::toGoods, this::toLocation, network::add);
    // what follows from a book is told until it is taken
    this.givesUp = log.isEmpty() && random.nextInt(4) == 0;
    this.unwritable = new Unwritable(world, random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0, random);
    this.sick = random.nextInt(4) == 0 ? anyGoods() : Optional.empty();
  }

  /** A Goods that answers nobody until nothing else is left to do. */
  private Optional<String> anyGoods() {
    List<String> moved =
        world.partitions().stream().filter(log -> log.get(0).topic() == InputTopic.RFID)
            .flatMap(List::stream).map(LogRecord::id).distinct().toList();
    return moved.isEmpty() ? Optional.empty() : Optional.of(any(moved));
  }

  private RuleBook planted(RuleBook book) {
    return plant == Plant.SETTLE_INCLUSIVE
        ? RuleBooks.of(book.rules(), book.settleMillis() + 1, book.plausible(), book.builtIn())
        : book;
  }

  private OfBook planted(OfBook sent) {
    boolean isLate = plant == Plant.VALIDITY_INCLUDES_ITS_END && sent.from() != RuleHistory.EVER;
    return new OfBook(sent.partition(), sent.offset(), isLate ? sent.from() + 1 : sent.from(), planted(sent.book()));
  }

  /** Those that have journaled anything, by where they lie in the store. */
  private NavigableMap<Long, String> journaled() {
    NavigableMap<Long, String> all = new TreeMap<>();
    goods.forEach((id, entity) -> add(all, GOODS + id, entity));
    locations.forEach((id, entity) -> add(all, LOCATION + id, entity));
    return all;
  }

  private static void add(Map<Long, String> all, String name, Entity<?, ?, ?, ?> entity) {
    if (!entity.journal().isEmpty()) {
      all.put(name.hashCode() * MIXING, name);
    }
  }

  private SimulatedNode anyNode() {
    return nodes.size() == 1 ? nodes.get(0) : any(nodes);
  }

  private RuleIndex index(int node, RuleHistory book) {
    return switch (plant) {
      case A_NODE_JUDGES_BY_AN_OLDER_LAW -> node == 0 ? PlantedRules.withoutTheNewest(book) : new RuleIndex(book);
      case BOUND_COUNTED_BEFORE_THE_CLOCK -> PlantedRules.boundsCountBeforeTheClock(book);
      case BOUNDS_NOT_LOOKED_AT_WHEN_THE_CLOCK_MOVES -> PlantedRules.boundsAreNotLookedAtWhenTheClockMoves(book);
      case SILENCE_OF_ONE_SENSOR -> PlantedRules.silenceOfTheFirstSensor(book);
      case MERGED_AFTER_THE_DELAY -> PlantedRules.mergedAfterTheDelay(book);
      case ROWS_SKIPPED_THOUGH_RATES_NEED_THEM -> PlantedRules.rowsAreSkippedThoughRatesNeedThem(book);
      case RATE_AFTER_A_LATE_READING_FORGOTTEN -> PlantedRules.rateAfterALateReadingIsForgotten(book);
      case NOTHING_IS_MERGED -> PlantedRules.nothingIsMerged(book);
      case DELAY_COUNTED_WITHOUT_THE_CLOCK -> PlantedRules.lengthIsLookedAtOnlyWhenValuesChange(book);
      case ESCALATION_NOT_LOOKED_AT_WHEN_THE_CLOCK_MOVES -> PlantedRules.escalationIsLookedAtOnlyWhenValuesChange(book);
      case VALUE_CARRIED_OVER_A_FAULTY_ONE -> PlantedRules.faultyReadingsEndNothing(book);
      default -> new RuleIndex(book);
    };
  }

  /** As a lane knows it: nothing of a Location that is elsewhere. */
  private Optional<DeferralHint> harmless(String location) {
    return Optional.ofNullable(locations.get(location))
        .flatMap(Entity::running)
        .flatMap(machine -> machine instanceof LocationMachine known ? Optional.of(known.harmless()) : Optional.empty());
  }

  /** Runs until everything is at rest; what is not as it should be then, empty if all is. */
  Optional<String> difference() {
    comeToRest();
    SmallWorld taken = unwritable.without(world, letters(), events(goods), events(locations));
    Findings findings = new Findings();
    ClosedBooks closed = books == ClosedBooks.NEVER ? books : ClosedBooks.of(taken);
    Collection<Violation> expected = taken.expected().values();
    findings.compare(
        "violations", closed.compared(givenUp.untouched(expected)),
        closed.compared(closed.withoutLateBeginnings(givenUp.untouched(published.violations()), expected)));
    findings.compare("stays", taken.expectedStays(), published.stays());
    findings.compare("refused", refused(taken.acceptance().refused(), taken), refused(lettersOfRefused(), taken));
    if (books == ClosedBooks.NEVER) {
      // Of what is read again after the books were closed only that it came is known.
      findings.none("not named", unwritable.unnamed(world, letters()));
    }
    findings.none("published again", published.repetitions());
    findings.none("contradictions", published.contradictions());
    findings.none("held up", heldUp);
    findings.none("kept apart", givenUp.keptApart(locations.keySet()));
    return findings.isEmpty() ? Optional.empty() : Optional.of(findings + ", unwritable " + unwritable);
  }

  /** Of records that are in no journal it is not said how they are refused, too. */
  private static Set<RefusedRecord> refused(Collection<RefusedRecord> refused, SmallWorld taken) {
    Set<RefusedRecord> known = new HashSet<>(refused);
    known.removeIf(one -> taken.records().stream().noneMatch(record -> isOf(record, one)));
    return known;
  }

  private static boolean isOf(LogRecord record, RefusedRecord one) {
    return record.topic() == one.topic() && record.partition() == one.partition() && record.offset() == one.offset();
  }

  private List<RefusedRecord> lettersOfRefused() {
    return letters().stream().flatMap(letter -> letter.refused().stream()).toList();
  }

  private Set<Letter> letters() {
    Set<Letter> all = new HashSet<>();
    lanes.forEach(lane -> all.addAll(lane.deadLetters()));
    return all;
  }

  private static <E> List<E> events(Map<String, ? extends Entity<?, E, ?, ?>> all) {
    return all.values().stream().flatMap(one -> one.journal().stream()).toList();
  }

  private void comeToRest() {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (isAtRest()) {
        return;
      }
      act();
    }
    throw new IllegalStateException("does not come to rest: " + network.size() + " messages; " + lanes + "; " + spreading);
  }

  private Optional<LocationMachine> locationAtRest(String id) {
    return Optional.ofNullable(locations.get(id))
        .map(Entity::atRest)
        .flatMap(machine -> machine instanceof LocationMachine known ? Optional.of(known) : Optional.empty());
  }

  private boolean isAtRest() {
    return sick.isEmpty()
        && network.isEmpty()
        && spreading.isAtRest()
        && lanes.stream().allMatch(SimulatedLane::isAtRest)
        && entities.stream().noneMatch(one -> one.isBusy() || one.isCutOff());
  }

  private void act() {
    idleActs++;
    if (sick.isPresent() && idleActs > ACTS_UNTIL_NOTHING_IS_LEFT) {
      String id = sick.get();
      lanes.forEach(lane -> heldUp.addAll(lane.heldUp(id)));
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
    } else if (dice < 94) {
      stepLane();
    } else if (dice < 95) {
      takeOver(goods);
      takeOver(locations);
    } else {
      impatient();
    }
  }

  private void stepLane() {
    if (hasBooks() && random.nextInt(4) == 0 || lanes.isEmpty()) {
      spreading.step();
    } else {
      any(lanes).step();
    }
  }

  private void impatient() {
    if (hasBooks() && random.nextInt(4) == 0 || lanes.isEmpty()) {
      spreading.impatient();
    } else {
      any(lanes).impatient();
    }
  }

  private boolean hasBooks() {
    return !spreading.isAtRest() || nodes.size() > 1;
  }

  private void fault() {
    int dice = random.nextInt(17);
    if (hasBooks() && random.nextInt(3) == 0) {
      faultOfBooks();
    } else if (dice < 4 && !entities.isEmpty()) {
      any(entities).crash();
    } else if (dice >= 15 && !entities.isEmpty()) {
      cutOff(random.nextBoolean() ? goods : locations);
    } else if (dice == 14 && !lanes.isEmpty()) {
      any(lanes).handOver();
    } else if (dice >= 12 && !entities.isEmpty()) {
      any(entities).loseWrite();
    } else if (dice >= 10 && !entities.isEmpty()) {
      any(entities).stopInOrder();
    } else if (dice < 6 && !lanes.isEmpty()) {
      any(lanes).crash();
    } else if (dice < 7) {
      nodes.forEach(this::crash);
      lanes.forEach(SimulatedLane::crash);
    } else if (dice < 9 && !network.isEmpty()) {
      network.remove(random.nextInt(network.size()));
    } else if (!entities.isEmpty()) {
      any(entities).takeSnapshot();
    }
  }

  private void faultOfBooks() {
    if (random.nextBoolean()) {
      spreading.crash();
    } else {
      crash(anyNode());
    }
  }

  /** With all who are there. Its lanes are elsewhere: they have a fault of their own. */
  private void crash(SimulatedNode node) {
    entities.stream().filter(one -> one.isAt(node)).forEach(Entity::crash);
    node.start(spreading.sent());
    if (spreading.home() == node) {
      spreading.crash();
    }
  }

  private void cutOff(Map<String, ? extends Entity<?, ?, ?, ?>> owners) {
    if (!owners.isEmpty()) {
      List<Entity<?, ?, ?, ?>> all = List.copyOf(owners.values());
      any(all).cutOff();
    }
  }

  /** The lease of those that are cut off has ended: others own the entities now. What the old ones still want comes too late. */
  private <C, E, R> void takeOver(Map<String, Entity<C, E, R, ?>> owners) {
    owners.replaceAll((id, owner) -> {
      if (!owner.isCutOff()) {
        return owner;
      }
      Entity<C, E, R, ?> next = owner.replaced();
      entities.add(next);
      return next;
    });
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

  private void toGoods(String id, GoodsCommand command, Asker<GoodsReply> asker) {
    network.add(() -> goods(id).deliver(words.to(command), away(asker, words::of)));
  }

  private void toLocation(String id, LocationCommand command, Asker<LocationReply> asker) {
    if (isPoison(id, command)) {
      network.add(() -> asker.failed().accept("cannot be taken"));
    } else {
      network.add(() -> location(id).deliver(words.to(id, command), away(asker, reply -> words.of(command, reply))));
    }
  }

  /** An answer is on its way for a while, too. */
  private <R> Asker<R> away(Asker<R> asker, UnaryOperator<R> change) {
    return new Asker<>(
        reply -> network.add(() -> asker.took().accept(change.apply(reply))), cause -> network.add(() -> asker.failed().accept(cause)));
  }

  /** Words that their Location fails at, however often it is asked. */
  private boolean isPoison(String location, LocationCommand command) {
    if (givesUp && asked.add(command) && command instanceof TakeGoods take && random.nextInt(20) == 0) {
      givenUp.add(location, any(take.goods()));
    }
    return givenUp.isIn(command);
  }

  private Entity<GoodsCommand, GoodsEvent, GoodsReply, ?> goods(String id) {
    BiFunction<SimulatedNode, BookNews, GoodsLife> lives =
        (node, books) -> new GoodsLife(id, goodsSettings.withLaws(node.rules()), answers, books);
    return goods.computeIfAbsent(
        id,
        key ->
            plant == Plant.ROUTE_FORGOTTEN_IN_A_SNAPSHOT
                ? started(GOODS + id, (node, books) -> new WithoutRoute(lives.apply(node, books)), unwritable::isIn)
                : PlantedCorrections.ofGoods(plant)
                    .<Entity<GoodsCommand, GoodsEvent, GoodsReply, ?>>map(
                        change -> started(GOODS + id, planted(lives, Fault.changing(change)), unwritable::isIn))
                    .orElseGet(() -> started(GOODS + id, lives, unwritable::isIn)));
  }

  /** Whatever is to come: no Location may rely on what it hears of that. */
  private boolean hasBacklog(long sentIn) {
    return backlogs.nextInt(3) > 0;
  }

  private Entity<LocationCommand, LocationEvent, LocationReply, ?> location(String id) {
    BiFunction<SimulatedNode, BookNews, LocationLife> lives =
        (node, books) -> new LocationLife(id, node.rules().versions(), settings, answers, books, this::hasBacklog);
    return locations.computeIfAbsent(
        id,
        key ->
            plant == Plant.DEDUPLICATION_OFF
                ? started(LOCATION + id, planted(lives, new WithoutDeduplication()), unwritable::isIn)
                : PlantedCorrections.of(plant)
                    .<Entity<LocationCommand, LocationEvent, LocationReply, ?>>map(
                        change -> started(LOCATION + id, planted(lives, Fault.changing(change)), unwritable::isIn))
                    .orElseGet(() -> started(LOCATION + id, lives, unwritable::isIn)));
  }

  private static <C, E, R, M extends Machine<C, E, R>> BiFunction<SimulatedNode, BookNews, Life<C, E, R, Falsified<C, E, R, M>>> planted(
      BiFunction<SimulatedNode, BookNews, ? extends Life<C, E, R, M>> lives, Fault<C, E> fault) {
    return (node, books) -> new Falsified.Planted<>(lives.apply(node, books), fault);
  }

  private <C, E, R, M extends Machine<C, E, R>> Entity<C, E, R, M> started(
      String name, BiFunction<SimulatedNode, BookNews, ? extends Life<C, E, R, M>> lives, Predicate<E> cannotBeWritten) {
    Entity<C, E, R, M> entity = new Entity<>(plant, published, random, name, lives::apply, this::anyNode, cannotBeWritten);
    entities.add(entity);
    return entity;
  }
}
