package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.effect.Effect;
import kongo.entity.AnswerLimit;
import kongo.entity.BookNews;
import kongo.entity.GoodsMachine;
import kongo.entity.LocationMachine;
import kongo.entity.Machine;
import kongo.goods.GoodsLaw;
import kongo.goods.GoodsLaws;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.goods.GoodsState;
import kongo.location.DeferralHint;
import kongo.location.HistoryMissing;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationCommand.TakeRules;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.LocationState;
import kongo.location.PlantedRules;
import kongo.location.ReadingBatch;
import kongo.location.RuleIndex;
import kongo.location.RuleVersions;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord;
import kongo.reference.RefusedRecord;
import kongo.reference.SmallWorld;
import kongo.rules.RuleHistory;
import kongo.stream.Ask;
import kongo.stream.AskLimits;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Refusal;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** The incremental engine without faults: any interleaving and any batches give what the reference gives. */
class IncrementalTest {

  private static final int WORLDS_BY_DEFAULT = 2_000;
  private static final int WORLDS = Integer.getInteger("kongo.worlds", WORLDS_BY_DEFAULT);

  @Test
  void anyInterleavingGivesTheReferencesViolations() {
    for (long seed = 0; seed < WORLDS; seed++) {
      new Engine(Worlds.of(seed), new Random(seed)).runAndCompare();
    }
  }

  @Test
  void whateverRulesWereInForceBetweenTheLastOnesDecide() {
    for (long seed = 0; seed < WORLDS / 4; seed++) {
      Engine engine = new Engine(Worlds.of(seed), new Random(seed));
      engine.judgeBy(RulesOfAWorld.thatReplaceEachOther(engine.world.history(), Worlds.of(seed + 1).book()));
      engine.runAndCompare();
    }
  }

  @Test
  void whatGoesOnIsExactThoughBooksAreClosed() {
    for (long seed = 0; seed < WORLDS; seed++) {
      SmallWorld world = InOrder.of(Worlds.of(seed));
      Engine engine = new Engine(world, new Random(seed));
      engine.books = ClosedBooks.of(world);
      engine.runInOrder(engine.books::comparedInOrder);
    }
  }

  @Test
  void whatGoesOnIsFoundThoughPlacesChangeAfterBooksWereClosed() {
    for (long seed = 0; seed < WORLDS; seed++) {
      SmallWorld world = InOrder.withLatePlaces(Worlds.ofOneBook(seed));
      Engine engine = new Engine(world, new Random(seed));
      engine.books = ClosedBooks.of(world);
      engine.runInOrder(engine.books::comparedByReach);
    }
  }

  @Test
  void whatIsFoundStepByStepIsWhatIsFoundAtOnceWhateverChangesInTime() {
    for (long seed = 0; seed < WORLDS; seed++) {
      Engine engine = new Engine(Worlds.of(seed), new Random(seed));
      engine.judgeBy(RulesOfAWorld.inTime(engine.world, new Random(seed)));
      engine.heard = new ChangesInTime(engine.world)::heard;
      engine.runAndJudgeAtOnce();
    }
  }

  @Test
  void aHintThatIgnoresRatesIsFound() {
    assertIsFound(PlantedRules::harmlessIgnoresRates);
  }

  @Test
  void aHintThatIgnoresDeadbandsIsFound() {
    assertIsFound(PlantedRules::harmlessIgnoresDeadbands);
  }

  @Test
  void boundsThatCountBeforeTheClockHasReachedThemAreFound() {
    assertIsFound(PlantedRules::boundsCountBeforeTheClock);
  }

  @Test
  void boundsAtWhichNothingIsLookedAtAgainAreFound() {
    assertIsFound(PlantedRules::boundsAreNotLookedAtWhenTheClockMoves);
  }

  @Test
  void silenceOfASensorThatIsNotTheOnlyOneIsFound() {
    assertIsFound(PlantedRules::silenceOfTheFirstSensor);
  }

  @Test
  void excursionsThatAreTooShortBeforeTheyAreMergedAreFound() {
    assertIsFound(PlantedRules::mergedAfterTheDelay);
  }

  /** Within the worlds that are run by default. */
  private static void assertIsFound(Function<RuleHistory, RuleIndex> planted) {
    assertThat(LongStream.range(0, WORLDS_BY_DEFAULT).anyMatch(seed -> isFound(Worlds.of(seed), planted))).isTrue();
  }

  private static boolean isFound(SmallWorld world, Function<RuleHistory, RuleIndex> planted) {
    try {
      new Engine(world, new Random(world.seed()), planted).runAndCompare();
      return false;
    } catch (AssertionError found) {
      return true;
    }
  }

  static final class Engine {
    private final SmallWorld world;
    private final Random random;
    private RuleVersions rules;
    private RulesOfAWorld rulesOfAWorld;
    /** Of the books that are sent with the world those up to this one have been. */
    private long sent = RuleHistory.CONFIGURED;
    private final int readingsInMemory;
    private final int evidencePerAnswer;
    private final int chunks;
    private final Map<String, GoodsMachine> goods = new HashMap<>();
    private final Map<String, LocationMachine> locations = new HashMap<>();
    private final Map<String, Journaled<LocationEvent>> journals = new HashMap<>();
    private final Published published = new Published();
    private final Set<RefusedRecord> refused = new HashSet<>();
    private final List<String> harmful = new ArrayList<>();
    private List<Effect> effects = List.of();
    /** Apart, so that the rest goes the same way whether words have to wait or not. */
    private final Random chance;
    /** Who has to catch up. */
    private final List<Ask.OfLocation> ahead = new ArrayList<>();
    private boolean isBehind = true;
    private ClosedBooks books = ClosedBooks.NEVER;
    /** What becomes of what a Location is told. */
    private UnaryOperator<LocationCommand> heard = UnaryOperator.identity();

    Engine(SmallWorld world, Random random) {
      this(world, random, RuleIndex::new);
    }

    /** All of these have been sent. */
    private void judgeBy(RulesOfAWorld other) {
      rulesOfAWorld = other;
      rules = other.versions();
      sent = rules.current();
    }

    /** @param indexes what judges by a history */
    Engine(SmallWorld world, Random random, Function<RuleHistory, RuleIndex> indexes) {
      this.world = world;
      this.random = random;
      this.chance = new Random(world.seed());
      this.rulesOfAWorld = new RulesOfAWorld(world.history());
      this.rules = PlantedRules.versions(world.history(), indexes);
      readingsInMemory = readingsInMemory();
      evidencePerAnswer = 1 + random.nextInt(3);
      chunks = 2 + random.nextInt(9);
    }

    private LocationSettings settings() {
      return new LocationSettings(
          world.retention().toMillis(), books.keptMillis(), readingsInMemory, evidencePerAnswer, world.maxSeries(), 1, chunks,
          chunks % 2 == 0 ? 64 : 1 + chunks % 3);
    }

    private GoodsSettings goodsSettings() {
      return new GoodsSettings(world.retention().toMillis(), books.keptMillis(), 1).withLaws(GoodsLaws.only(GoodsLaw.of(world.history())))
          .withProfileBytes(world.profileBytes());
    }

    void runInOrder(Function<Collection<Violation>, Map<String, String>> compared) {
      world.records().forEach(one -> {
        run(List.of(one));
        locations.forEach((id, machine) -> takeRules(id, machine, sent));
      });
      catchUp();
      assertThat(Published.differences(compared.apply(world.expected().values()), compared.apply(published.violations())))
          .as("world %d, %s", world.seed(), settings())
          .isEmpty();
    }

    private int readingsInMemory() {
      int[] bounds = {1, 3, 10, 50, 1_000_000};
      return bounds[random.nextInt(bounds.length)];
    }

    void runAndCompare() {
      run();
      assertThat(Published.differences(Published.finalSet(world.expected()), published.finalSet()))
          .as("world %d, %s", world.seed(), settings())
          .isEmpty();
      assertThat(published.stays()).as("world %d", world.seed()).isEqualTo(world.expectedStays());
      assertThat(published.contradictions()).as("world %d", world.seed()).isEmpty();
      assertThat(refused).as("world %d", world.seed()).isEqualTo(new HashSet<>(world.acceptance().refused()));
      assertThat(harmful).as("world %d: called harmless", world.seed()).isEmpty();
    }

    void runAndJudgeAtOnce() {
      run();
      Object stepByStep = published.finalSet();
      rules.take(rulesOfAWorld.withoutRulesAndAgain());
      locations.forEach((id, machine) -> takeRules(id, machine, rulesOfAWorld.withoutRules()));
      assertThat(published.violations()).as("world %d without rules", world.seed()).noneMatch(one -> one.limit() != null);
      locations.forEach((id, machine) -> takeRules(id, machine, rules.current()));
      assertThat(stepByStep).as("world %d, %s", world.seed(), settings()).isEqualTo(published.finalSet());
      assertThat(published.contradictions()).as("world %d", world.seed()).isEmpty();
      assertThat(harmful).as("world %d: called harmless", world.seed()).isEmpty();
    }

    private void run() {
      int most = 1 + random.nextInt(12);
      List<List<LogRecord>> rest = new ArrayList<>();
      world.partitions().forEach(partition -> rest.add(new ArrayList<>(partition)));
      if (random.nextInt(3) == 0) {
        sendAllBooks(rest);
      }
      while (!rest.isEmpty()) {
        List<LogRecord> partition = rest.get(random.nextInt(rest.size()));
        List<LogRecord> batch = partition.subList(0, Math.min(partition.size(), 1 + random.nextInt(most)));
        run(List.copyOf(batch));
        batch.clear();
        rest.removeIf(List::isEmpty);
      }
      catchUp();
      locations.forEach((id, machine) -> takeRules(id, machine, rules.current()));
    }

    /** Then what they say comes true as time goes by. */
    private void sendAllBooks(List<List<LogRecord>> rest) {
      rest.stream().filter(partition -> partition.get(0).topic() == InputTopic.RULES).forEach(this::run);
      rest.removeIf(partition -> partition.get(0).topic() == InputTopic.RULES);
    }

    /** Some places hear of books sooner than others. */
    private void takeRules(String id, LocationMachine machine, long version) {
      if (machine.rulesVersion() < version) {
        ask(machine, new TakeRules(version, new Cause("rules", 0, version, 0)), journals.computeIfAbsent(id, first -> new Journaled<>()));
      }
    }

    private void run(List<LogRecord> batch) {
      if (batch.get(0).topic() == InputTopic.RULES) {
        // Where others are judged by instead, all of those have been sent.
        sent = Math.max(sent, Math.min(batch.get(batch.size() - 1).offset(), rules.current()));
        return;
      }
      if (chance.nextInt(4) == 0) {
        catchUp();
      }
      AskLimits limits = SimulatedLane.limits(random);
      BatchSteps<List<LogRecord>> steps = new BatchSteps<>(limits, limits::inHand, batch.get(0).topic() != InputTopic.SENSORS);
      Ticket<List<LogRecord>> ticket = steps.open(batch);
      Batches.add(steps, ticket, batch.get(0).topic(), batch);
      ticket.release();
      List<Ask> due = new ArrayList<>(steps.due(10));
      while (!due.isEmpty()) {
        refuse(batch, answer(steps, due.remove(random.nextInt(due.size()))));
        due.addAll(steps.due(10));
      }
      assertThat(steps.isAtRest()).isTrue();
      assertThat(steps.settled()).contains(batch);
      assertThat(steps.hasRoom()).isTrue();
    }

    /** What words have waited for has come. */
    private void catchUp() {
      isBehind = false;
      ahead.forEach(this::ask);
      ahead.clear();
      isBehind = true;
    }

    private void refuse(List<LogRecord> batch, List<Refusal> refusals) {
      refusals.forEach(refusal -> refused.add(new RefusedRecord(
          batch.get(0).topic(), batch.get(0).partition(), refusal.offset(), refusal.reason())));
    }

    private List<Refusal> answer(BatchSteps<?> steps, Ask ask) {
      if (ask instanceof Ask.OfGoods one) {
        GoodsReply reply = ask(one);
        steps.answered(one, reply);
        return reply.refusals();
      }
      Ask.OfLocation one = (Ask.OfLocation) ask;
      if (one.isPatient() && isBehind) {
        ahead.add(one);
        steps.abandoned(one);
        return List.of();
      }
      LocationReply reply = ask(one);
      steps.answered(one, reply);
      return reply.refusals();
    }

    private GoodsReply ask(Ask.OfGoods ask) {
      GoodsMachine machine =
          goods.computeIfAbsent(ask.goods(), id -> new GoodsMachine(GoodsState.empty(id, goodsSettings()), AnswerLimit.NONE));
      return ask(machine, ask.command(), new Journaled<>());
    }

    private LocationReply ask(Ask.OfLocation ask) {
      LocationMachine machine = locations.computeIfAbsent(ask.location(), this::begun);
      if (random.nextInt(20) == 0) {
        machine.keepReadings(readingsInMemory());
      }
      if (random.nextInt(4) == 0) {
        takeRules(ask.location(), machine, rulesOfAWorld.anyUpTo(sent, random));
      }
      LocationCommand command = heard.apply(ask.command());
      boolean isHarmless = isHarmless(machine, command);
      LocationReply reply = ask(machine, command, journals.computeIfAbsent(ask.location(), id -> new Journaled<>()));
      if (isHarmless && !effects.isEmpty()) {
        harmful.add(ask + " causes " + effects);
      }
      return reply;
    }

    /** One that begins hears of the books that have been sent, or finds nobody who knows them. */
    private LocationMachine begun(String id) {
      LocationMachine machine = new LocationMachine(LocationState.empty(id, rules, settings()), AnswerLimit.NONE, BookNews.NONE, this::hasBacklog);
      if (random.nextInt(3) > 0) {
        takeRules(id, machine, sent);
      }
      return machine;
    }

    private boolean hasBacklog(long sentIn) {
      return isBehind && chance.nextInt(2) == 0;
    }

    private static boolean isHarmless(LocationMachine machine, LocationCommand command) {
      if (!(command instanceof TakeReadings readings)) {
        return false;
      }
      ReadingBatch batch = readings.batch();
      DeferralHint harmless = machine.harmless();
      return IntStream.range(0, batch.size()).allMatch(
          i -> batch.correction(i) == 0 && (!batch.isByGoods(i) || harmless.takesGoods()) && harmless.of(batch.series().get(batch.seriesOf()[i])).has(batch.times()[i], batch.values()[i])
              && batch.times()[i] < harmless.until());
    }

    private <C, E, R> R ask(Machine<C, E, R> machine, C command, Journaled<E> journal) {
      effects = List.of();
      Decision<E> decision = withRows(machine, journal, () -> machine.decide(command));
      decision.event().ifPresent(event -> {
        machine.apply(machine.version() + 1, event);
        effects = withRows(machine, journal, machine::effects);
        effects.forEach(published::add);
        journal.add(event);
        journal.deleteBefore(machine.firstRowNeeded());
      });
      machine.forget();
      return machine.reply(command, decision);
    }

    private static <E, T> T withRows(Machine<?, E, ?> machine, Journaled<E> journal, Supplier<T> question) {
      while (true) {
        try {
          return question.get();
        } catch (HistoryMissing missing) {
          machine.learn(missing.rows(), journal.readings(missing.rows()));
        }
      }
    }
  }
}
