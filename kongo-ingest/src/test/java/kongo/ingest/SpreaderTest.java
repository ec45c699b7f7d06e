package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.actors.Answer;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.location.LocationCommand;
import kongo.location.LocationReply;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.spread.BookRound;
import kongo.spread.EntityPage;
import kongo.spread.Lap;
import kongo.spread.Spreading;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.Done;
import org.junit.jupiter.api.Test;

/** Books spread to a ring of entities, in any order of what happens, with failures and crashes between any two steps. */
class SpreaderTest {

  private static final IngestSettings SETTINGS =
      IngestSettings.from(ConfigFactory.parseString("kongo.ingest { books-at-once = 3, alike-failures = 2 }").withFallback(ConfigFactory.load()));
  private static final int WORLDS = 400;
  private static final int MOST_STEPS = 20_000;

  @Test
  void reachEverybodyWhateverHappens() {
    int crashes = 0;
    int goods = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed);
      world.run();
      crashes += world.crashes;
      goods += world.toldGoods;
    }
    assertThat(crashes).isGreaterThan(WORLDS / 4);
    assertThat(goods).isPositive();
  }

  @Test
  void aFailingOneIsNamedAndTheOthersGoOn() {
    World world = new World(1);
    world.disorder = false;
    world.ring.put(7L, "Location broken");
    world.publish();
    for (int i = 0; i < 500; i++) {
      world.step();
    }
    assertThat(world.spreader.state().failed()).containsOnlyKeys("Location broken");
    assertThat(world.spreader.state().completed()).isEqualTo(RuleHistory.CONFIGURED);
    assertThat(world.spreader.progress().troubles()).singleElement().asString().contains("Location broken cannot take the rule books: planted");
    assertThat(world.ring.values()).filteredOn(each -> !each.endsWith("broken") && each.startsWith("Location"))
        .allSatisfy(each -> assertThat(world.versions).containsEntry(each, 0L));
    assertThat(world.kept.orElseThrow().failed()).containsOnlyKeys("Location broken");

    world.isMended = true;
    world.spreader.round().tryAgain();
    for (int i = 0; i < 100; i++) {
      world.step();
    }
    assertThat(world.spreader.state().failed()).isEmpty();
    assertThat(world.spreader.state().completed()).isZero();
    assertThat(world.spreader.progress().troubles()).isEmpty();
  }

  /** A ring of entities, the node that spreads, and what is under way between them. */
  private static final class World implements EntityAsks, EntityPages, SpreadStore {

    private final Random random;
    private final BookLog books = new BookLog(RuleBooks.parse("rules {}", "configured"));
    private final TreeMap<Long, String> ring = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final List<Runnable> steps = new ArrayList<>();
    private boolean disorder = true;
    private boolean isMended;
    private Optional<Spreading> kept = Optional.empty();
    private Spreader spreader;
    private int life;
    private long offset;
    private int crashes;
    private int toldGoods;

    World(long seed) {
      random = new Random(seed);
      for (int i = random.nextInt(40); i > 0; i--) {
        ring.put(random.nextLong(), (random.nextInt(3) == 0 ? "Goods " : "Location ") + i);
      }
      begin();
    }

    private void begin() {
      life++;
      steps.clear();
      Lane lane = new Lane(new TopicPartition("rules", 0), 0, TestTimer.AT_ONCE);
      Spreading state = kept.orElse(Spreading.none(RuleHistory.CONFIGURED));
      int now = life;
      spreader = new Spreader(new Spreader.Means(this, books, this, this, SETTINGS, IngestMetrics.NONE), lane, state, step -> later(now, step));
    }

    /** Nothing of an earlier life comes, but what it did is done. */
    private void later(int when, Runnable step) {
      if (when == life) {
        steps.add(step);
      }
    }

    void run() {
      int books = 1 + random.nextInt(4);
      for (int i = 0; i < MOST_STEPS && (books > 0 || spreader.state().completed() < this.books.version()); i++) {
        if (books > 0 && random.nextInt(30) == 0) {
          publish();
          books--;
        }
        if (random.nextInt(60) == 0) {
          crashes++;
          begin();
        }
        step();
      }
      assertThat(spreader.state().completed()).isEqualTo(this.books.version());
      ring.values().stream().filter(each -> each.startsWith("Location")).forEach(each ->
          assertThat(versions.getOrDefault(each, -1L)).as(each).isEqualTo(this.books.version()));
      ring.values().stream().filter(each -> each.startsWith("Goods")).forEach(each ->
          assertThat(this.books.rules().of(versions.getOrDefault(each, -1L)).articles()).as(each).isEqualTo(this.books.rules().newest().articles()));
    }

    /** Sometimes another one before anyone is told, while entities begin by what is newest then. */
    private void publish() {
      publishOne();
      while (disorder && random.nextInt(3) == 0) {
        String born = (random.nextBoolean() ? "Goods" : "Location") + " born " + offset;
        ring.put(random.nextLong(), born);
        versions.put(born, books.version());
        publishOne();
      }
    }

    private void publishOne() {
      RuleBook book = RuleBooks.parse("settle = " + random.nextInt(2) + "s, rules {}", "book");
      byte[] value = RuleBookJson.encode(new RuleBookRecord(random.nextInt(5), book, "", ""));
      var record = new ConsumerRecord<>("rules", 0, offset++, RuleBookRecord.KEY.getBytes(), value);
      books.take(record, new RuleBookDecoder().decode(record));
    }

    void step() {
      BookRound round = spreader.round();
      round.waiting().ifPresent(round::begin);
      round.goOn();
      if (random.nextInt(20) == 0) {
        round.tryAgain();
      }
      if (!steps.isEmpty()) {
        steps.remove(disorder ? random.nextInt(steps.size()) : 0).run();
      }
    }

    @Override
    public CompletionStage<Answer> ask(String goods, GoodsCommand command) {
      toldGoods++;
      return answer("Goods " + goods, ((GoodsCommand.TakeLaw) command).version(),
          new Answer.GoodsTook(new GoodsReply(List.of(), 0, List.of(), List.of(), Optional.empty())));
    }

    @Override
    public CompletionStage<Answer> ask(String location, LocationCommand command) {
      return answer("Location " + location, ((LocationCommand.TakeRules) command).version(),
          new Answer.LocationTook(new LocationReply(List.of(), 0, List.of(), false, List.of())));
    }

    /** Books that are older than what it knows are no news to an entity. */
    private CompletionStage<Answer> answer(String entity, long version, Answer took) {
      boolean fails = entity.endsWith("broken") ? !isMended : disorder && random.nextInt(4) == 0;
      if (!fails) {
        versions.merge(entity, version, Math::max);
      }
      return eventually(fails ? new Answer.Failed("planted") : took);
    }

    private <T> CompletionStage<T> eventually(T value) {
      CompletableFuture<T> later = new CompletableFuture<>();
      later(life, () -> later.complete(value));
      return later;
    }

    @Override
    public CompletionStage<EntityPage> next(Lap lap) {
      int size = 1 + random.nextInt(5);
      List<Map.Entry<Long, String>> next =
          lap.at() == Long.MAX_VALUE ? List.of() : ring.tailMap(lap.at(), false).entrySet().stream().filter(each -> each.getKey() <= lap.end()).limit(size).toList();
      Lap to = next.size() < size ? lap.toEnd() : lap.to(next.get(next.size() - 1).getKey());
      return eventually(new EntityPage(ids(next, "Location "), ids(next, "Goods "), to));
    }

    private static List<String> ids(List<Map.Entry<Long, String>> entries, String kind) {
      return entries.stream().map(Map.Entry::getValue).filter(each -> each.startsWith(kind)).map(each -> each.substring(kind.length())).toList();
    }

    @Override
    public CompletionStage<Count> count() {
      return eventually(new Count(1, 1));
    }

    @Override
    public CompletionStage<Optional<Spreading>> last() {
      return eventually(kept);
    }

    /** The write may be durable and its acknowledgement lost with the node. */
    @Override
    public CompletionStage<Done> keep(Spreading spreading) {
      CompletableFuture<Done> done = new CompletableFuture<>();
      later(life, () -> {
        kept = Optional.of(spreading);
        later(life, () -> done.complete(Done.getInstance()));
      });
      return done;
    }
  }
}
