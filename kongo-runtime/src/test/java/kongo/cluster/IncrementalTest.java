package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.entity.AnswerLimit;
import kongo.entity.GoodsMachine;
import kongo.entity.LocationMachine;
import kongo.entity.Machine;
import kongo.goods.Effect;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.location.DeferralHint;
import kongo.location.HistoryMissing;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakePlace;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.PlantedRules;
import kongo.location.ReadingBatch;
import kongo.location.RuleIndex;
import kongo.reference.LogRecord;
import kongo.reference.RefusedRecord;
import kongo.reference.SmallWorld;
import kongo.reference.SmallWorlds;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Refusal;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** The incremental engine without faults: any interleaving and any batches give what the reference gives. */
class IncrementalTest {

  private static final int WORLDS = Integer.getInteger("kongo.worlds", 20_000);

  @Test
  void anyInterleavingGivesTheReferencesViolations() {
    for (long seed = 0; seed < WORLDS; seed++) {
      new Engine(SmallWorlds.generate(seed), new Random(seed)).runAndCompare();
    }
  }

  @Test
  void whateverRulesWereInForceBetweenTheLastOnesDecide() {
    for (long seed = 0; seed < WORLDS / 4; seed++) {
      Engine engine = new Engine(SmallWorlds.generate(seed), new Random(seed));
      engine.others = Optional.of(new RuleIndex(SmallWorlds.generate(seed + 1).book()));
      engine.runAndCompare();
    }
  }

  @Test
  void whatGoesOnIsExactThoughBooksAreClosed() {
    for (long seed = 0; seed < WORLDS; seed++) {
      SmallWorld world = InOrder.of(SmallWorlds.generate(seed));
      Engine engine = new Engine(world, new Random(seed));
      engine.books = ClosedBooks.of(world);
      engine.runInOrder(engine.books::comparedInOrder);
    }
  }

  @Test
  void whatGoesOnIsFoundThoughPlacesChangeAfterBooksWereClosed() {
    for (long seed = 0; seed < WORLDS; seed++) {
      SmallWorld world = InOrder.withLatePlaces(SmallWorlds.generate(seed));
      Engine engine = new Engine(world, new Random(seed));
      engine.books = ClosedBooks.of(world);
      engine.runInOrder(engine.books::comparedByReach);
    }
  }

  @Test
  void aHintThatIgnoresRatesIsFound() {
    assertThat(LongStream.range(0, 5_000).anyMatch(IncrementalTest::isFound)).isTrue();
  }

  private static boolean isFound(long seed) {
    SmallWorld world = SmallWorlds.generate(seed);
    return !new Engine(world, new Random(seed), PlantedRules.harmlessIgnoresRates(world.book())).harmful().isEmpty();
  }

  private static final class Engine {
    private final SmallWorld world;
    private final Random random;
    private final RuleIndex rules;
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
    private ClosedBooks books = ClosedBooks.NEVER;

    /** Rules that are in force from time to time. */
    private Optional<RuleIndex> others = Optional.empty();

    Engine(SmallWorld world, Random random) {
      this(world, random, new RuleIndex(world.book()));
    }

    Engine(SmallWorld world, Random random, RuleIndex rules) {
      this.world = world;
      this.random = random;
      this.rules = rules;
      readingsInMemory = readingsInMemory();
      evidencePerAnswer = 1 + random.nextInt(3);
      chunks = 2 + random.nextInt(9);
    }

    private LocationSettings settings() {
      return new LocationSettings(
          world.retention().toMillis(), books.keptMillis(), readingsInMemory, evidencePerAnswer, world.maxSeries(), 1, chunks);
    }

    private GoodsSettings goodsSettings() {
      return new GoodsSettings(world.retention().toMillis(), books.keptMillis(), 1);
    }

    void runInOrder(Function<Collection<Violation>, Map<String, String>> compared) {
      world.records().forEach(one -> run(List.of(one)));
      assertThat(compared.apply(published.violations()))
          .as("world %d, %s", world.seed(), settings())
          .isEqualTo(compared.apply(world.expected().values()));
    }

    private int readingsInMemory() {
      int[] bounds = {1, 3, 10, 50, 1_000_000};
      return bounds[random.nextInt(bounds.length)];
    }

    void runAndCompare() {
      run();
      assertThat(published.finalSet())
          .as("world %d, %s", world.seed(), settings())
          .isEqualTo(Published.finalSet(world.expected()));
      assertThat(published.stays()).as("world %d", world.seed()).isEqualTo(world.expectedStays());
      assertThat(published.contradictions()).as("world %d", world.seed()).isEmpty();
      assertThat(refused).as("world %d", world.seed()).isEqualTo(new HashSet<>(world.acceptance().refused()));
      assertThat(harmful).as("world %d: called harmless", world.seed()).isEmpty();
    }

    /** What was called harmless and changed something all the same. */
    List<String> harmful() {
      run();
      return harmful;
    }

    private void run() {
      int most = 1 + random.nextInt(12);
      List<List<LogRecord>> rest = new ArrayList<>();
      world.partitions().forEach(partition -> rest.add(new ArrayList<>(partition)));
      while (!rest.isEmpty()) {
        List<LogRecord> partition = rest.get(random.nextInt(rest.size()));
        List<LogRecord> batch = partition.subList(0, Math.min(partition.size(), 1 + random.nextInt(most)));
        run(List.copyOf(batch));
        batch.clear();
        rest.removeIf(List::isEmpty);
      }
      others.ifPresent(any -> locations.forEach(this::judgeByTheBook));
    }

    private void judgeByTheBook(String id, LocationMachine machine) {
      machine.judgeBy(rules);
      Optional<PlaceProfile> profile = machine.snapshot().place().flatMap(PlaceAt::profile);
      PlaceAt word = new PlaceAt(Long.MAX_VALUE, profile, new Cause("registry", 0, Long.MAX_VALUE, 0));
      ask(machine, new TakePlace(word), journals.get(id));
    }

    private void run(List<LogRecord> batch) {
      BatchSteps<List<LogRecord>> steps = new BatchSteps<>(SimulatedLane.limits(random));
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
      LocationReply reply = ask(one);
      steps.answered(one, reply);
      return reply.refusals();
    }

    private GoodsReply ask(Ask.OfGoods ask) {
      GoodsMachine machine =
          goods.computeIfAbsent(ask.goods(), id -> new GoodsLife(id, goodsSettings(), AnswerLimit.NONE).empty());
      return ask(machine, ask.command(), new Journaled<>());
    }

    private LocationReply ask(Ask.OfLocation ask) {
      LocationMachine machine =
          locations.computeIfAbsent(ask.location(), id -> new LocationLife(id, rules, settings(), AnswerLimit.NONE).empty());
      if (random.nextInt(20) == 0) {
        machine.keepReadings(readingsInMemory());
      }
      others.filter(other -> random.nextInt(4) == 0)
          .ifPresent(other -> machine.judgeBy(random.nextBoolean() ? rules : other));
      boolean isHarmless = others.isEmpty() && isHarmless(machine, ask.command());
      LocationReply reply = ask(machine, ask.command(), journals.computeIfAbsent(ask.location(), id -> new Journaled<>()));
      if (isHarmless && !effects.isEmpty()) {
        harmful.add(ask + " causes " + effects);
      }
      return reply;
    }

    private static boolean isHarmless(LocationMachine machine, LocationCommand command) {
      if (!(command instanceof TakeReadings readings)) {
        return false;
      }
      ReadingBatch batch = readings.batch();
      DeferralHint harmless = machine.harmless();
      return IntStream.range(0, batch.size()).allMatch(
          i -> harmless.of(batch.series().get(batch.seriesOf()[i])).has(batch.times()[i], batch.values()[i])
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
