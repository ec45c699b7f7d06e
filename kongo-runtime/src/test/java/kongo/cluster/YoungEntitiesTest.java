package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kongo.entity.AnswerLimit;
import kongo.entity.BookNews;
import kongo.entity.GoodsMachine;
import kongo.entity.LocationMachine;
import kongo.entity.Machine;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsCommand.TakeLaw;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsEvent.LawTaken;
import kongo.goods.GoodsLaw;
import kongo.goods.GoodsLaws;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.location.Backlog;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationCommand.TakeRules;
import kongo.location.LocationEvent;
import kongo.location.LocationReply;
import kongo.location.LocationSettings;
import kongo.location.ReadingBatch;
import kongo.location.RuleIndex;
import kongo.location.RuleVersions;
import kongo.location.SeriesKey;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Cause;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/**
 * A book goes round all who are in the journal while entities begin, their nodes end, and what these had sent to the journal
 * arrives there later: at rest everybody judges by it, and all are told who have to be.
 */
class YoungEntitiesTest {

  private static final int SEEDS = 5_000;
  private static final int MOST_STEPS = 5_000;
  private static final long VERSION = 7;
  private static final Cause BOOK = new Source("rules", 0).cause(VERSION, VERSION);
  private static final RuleHistory BEFORE =
      RuleHistory.of(RuleBooks.parse("rules { warm { metric = temperature, max = 8, subject = LOCATION } }", "before"));
  /** One for all; what is heard there of books says the world. */
  private static final SimulatedNode NODE =
      new SimulatedNode("node", BEFORE.sent().get(0).book(), List.of(), new SimulatedNode.Law(RuleIndex::new, UnaryOperator.identity()));
  private static final RuleHistory AFTER = BEFORE.and(
      VERSION, RuleHistory.EVER, RuleBooks.parse("settle = 10s\nrules { warm { metric = temperature, max = 20, subject = LOCATION } }", "after"));

  @Test
  void theLapOfABookLeavesNobodyBehind() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(new World(seed, true).leftBehind()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void thatYoungOnesHearNothingIsFound() {
    List<String> found = LongStream.range(0, SEEDS).boxed().flatMap(seed -> new World(seed, false).leftBehind().stream()).toList();
    assertThat(found).anyMatch(one -> one.startsWith("Goods")).anyMatch(one -> one.startsWith("Location"));
  }

  /** One who is asked things in turn, each until it is answered. */
  private static final class Asked<C, E, R, M extends Machine<C, E, R>> {
    private final Entity<C, E, R, M> entity;
    private final C book;
    private final List<C> commands;

    Asked(Entity<C, E, R, M> entity, C book, List<C> commands) {
      this.entity = entity;
      this.book = book;
      this.commands = new ArrayList<>(commands);
    }
  }

  private static final class World {
    private final Random random;
    private final boolean youngOnesHear;
    private final Published published = new Published();
    private final RuleVersions rules = new RuleVersions(BEFORE);
    private final Map<String, Asked<GoodsCommand, GoodsEvent, GoodsReply, GoodsMachine>> goods = new TreeMap<>();
    private final Map<String, Asked<LocationCommand, LocationEvent, LocationReply, LocationMachine>> locations = new TreeMap<>();
    private final Map<String, Entity<?, ?, ?, ?>> entities = new LinkedHashMap<>();
    private final List<Runnable> onTheWay = new ArrayList<>();
    private final Set<String> births = new HashSet<>();
    private final Map<String, Long> toldOfHouse = new TreeMap<>();
    private boolean isKnown;
    private boolean isLap;
    private final List<String> notPassed = new ArrayList<>();

    World(long seed, boolean youngOnesHear) {
      this.random = new Random(seed);
      this.youngOnesHear = youngOnesHear;
      IntStream.range(0, 2).forEach(i -> addGoods("Goods " + i));
      IntStream.range(0, 2).forEach(i -> addLocation("Location " + i));
      notPassed.addAll(entities.keySet());
      run();
    }

    private void addGoods(String id) {
      GoodsSettings settings = new GoodsSettings(1_000_000).withLaws(new LawsHere());
      GoodsLife life = new GoodsLife(id, settings, AnswerLimit.NONE, () -> newest(id));
      goods.put(id, new Asked<>(started(id, life), new TakeLaw(VERSION, BOOK), moves()));
    }

    private static List<GoodsCommand> moves() {
      Source source = new Source("rfid", 0);
      List<Move> first = List.of(new Move(MoveType.LOAD, 100, "house", "truck"), new Move(MoveType.RECEIVE, 105, "house", ""));
      List<Move> second = List.of(new Move(MoveType.LOAD, 60_000, "house", "van"));
      return List.of(
          new TakeMoves(MoveBatch.ofOriginals(source, first, new long[] {0, 1}, new long[] {100, 105}, 0)),
          new TakeMoves(MoveBatch.ofOriginals(source, second, new long[] {2}, new long[] {60_000}, 0)));
    }

    private void addLocation(String id) {
      LocationLife life = new LocationLife(id, rules, new LocationSettings(1_000_000, 100), AnswerLimit.NONE, () -> newest(id), Backlog.NONE);
      locations.put(id, new Asked<>(started(id, life), new TakeRules(VERSION, BOOK), List.of(reading(0, 9), reading(1, random.nextInt(30)))));
    }

    private static LocationCommand reading(long offset, double value) {
      long[] time = {100 + offset};
      List<SeriesKey> series = List.of(new SeriesKey("temperature", ""));
      return new TakeReadings(ReadingBatch.ofOriginals(new Source("sensors", 0), series, new int[1], time, new double[] {value}, new long[] {offset}, time));
    }

    private <C, E, R, M extends Machine<C, E, R>> Entity<C, E, R, M> started(String id, Life<C, E, R, M> life) {
      Entity<C, E, R, M> entity = new Entity<>(Plant.NONE, published, random, id, (node, books) -> life, () -> NODE, event -> false);
      entities.put(id, entity);
      return entity;
    }

    /** As a node does that knows of the births on it. */
    private Optional<BookNews.Newest> newest(String id) {
      if (!isKnown) {
        births.add(id);
      }
      return isKnown && youngOnesHear ? Optional.of(new BookNews.Newest(VERSION, BOOK)) : Optional.empty();
    }

    /** The laws as far as nodes know them. */
    private final class LawsHere implements GoodsLaws {

      @Override
      public GoodsLaw newest() {
        return GoodsLaw.of(isKnown ? AFTER : BEFORE);
      }

      @Override
      public GoodsLaw of(long version) {
        return GoodsLaw.of(version == VERSION ? AFTER : BEFORE);
      }
    }

    private void run() {
      for (int step = 0; !isAtRest(); step++) {
        if (step > MOST_STEPS) {
          throw new IllegalStateException("does not come to rest");
        }
        act();
      }
    }

    private boolean isAtRest() {
      return isLap && notPassed.isEmpty() && onTheWay.isEmpty()
          && goods.values().stream().allMatch(one -> one.commands.isEmpty()) && locations.values().stream().allMatch(one -> one.commands.isEmpty());
    }

    private void act() {
      int dice = random.nextInt(100);
      String id = List.copyOf(entities.keySet()).get(random.nextInt(entities.size()));
      if (dice < 50) {
        step(id);
      } else if (dice < 70) {
        ask(id);
      } else if (dice < 75) {
        entities.get(id).endBeforeItsWriteArrives().ifPresent(write -> {
          births.remove(id);
          onTheWay.add(write);
        });
      } else if (dice < 78) {
        births.remove(id);
        entities.get(id).crash();
      } else if (dice < 82 && !onTheWay.isEmpty()) {
        onTheWay.remove(random.nextInt(onTheWay.size())).run();
      } else if (dice < 84 && !isKnown) {
        rules.take(AFTER);
        isKnown = true;
      } else if (isKnown && births.isEmpty()) {
        isLap = true;
        pass();
      }
    }

    private void step(String id) {
      if (entities.get(id).isBusy()) {
        entities.get(id).step();
      }
    }

    /** Who is in the journal is told. */
    private void pass() {
      if (!notPassed.isEmpty()) {
        String id = notPassed.remove(0);
        Optional.ofNullable(goods.get(id)).ifPresent(World::tell);
        Optional.ofNullable(locations.get(id)).ifPresent(World::tell);
      }
    }

    private static <C> void tell(Asked<C, ?, ?, ?> one) {
      if (!one.entity.journal().isEmpty()) {
        one.commands.add(0, one.book);
      }
    }

    private void ask(String id) {
      Optional.ofNullable(goods.get(id)).ifPresent(one -> ask(id, one, this::hear));
      Optional.ofNullable(locations.get(id)).ifPresent(one -> ask(id, one, reply -> reply));
    }

    private <C, R> void ask(String id, Asked<C, ?, R, ?> one, Function<R, ?> hears) {
      if (!one.commands.isEmpty()) {
        C command = one.commands.get(0);
        one.entity.deliver(command, new Asker<>(
            reply -> {
              births.remove(id);
              hears.apply(reply);
              one.commands.remove(command);
            },
            cause -> births.remove(id)));
      }
    }

    private boolean hear(GoodsReply reply) {
      reply.told().stream().filter(told -> told.location().equals("house"))
          .forEach(told -> toldOfHouse.merge(told.goods().goods(), told.goods().version(), Math::max));
      return true;
    }

    List<String> leftBehind() {
      List<String> behind = new ArrayList<>();
      goods.forEach((id, one) -> {
        if (one.entity.atRest().snapshot().law() != VERSION) {
          behind.add(id + " judges by an old law: " + one.entity.journal());
        } else if (heardOf(one.entity.journal()) > toldOfHouse.getOrDefault(id, 0L)) {
          behind.add(id + " has not told what the law changed: " + one.entity.journal());
        }
      });
      locations.forEach((id, one) -> {
        if (one.entity.atRest().rulesVersion() != VERSION) {
          behind.add(id + " judges by an old book: " + one.entity.journal());
        }
      });
      return behind;
    }

    /** The number of the row by which the law changed where a Goods was. */
    private static long heardOf(List<GoodsEvent> rows) {
      return LongStream.rangeClosed(1, rows.size()).filter(number -> rows.get((int) number - 1) instanceof LawTaken).max().orElse(0);
    }
  }
}
