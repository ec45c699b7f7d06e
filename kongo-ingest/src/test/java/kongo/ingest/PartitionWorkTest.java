package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsReply;
import kongo.goods.Told;
import kongo.lane.Uncommitted;
import kongo.location.LocationReply;
import kongo.protocol.EventTime;
import kongo.protocol.Topics;
import kongo.registry.GoodsProfile;
import kongo.stream.Ask;
import kongo.stream.AskLimits;
import kongo.stream.BatchSteps;
import kongo.violation.Refusal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.Done;
import org.junit.jupiter.api.Test;

/** A partition of moves while one of its Goods does not answer. */
class PartitionWorkTest {

  private static final AskLimits LIMITS = new AskLimits(2, 10_000, 1_000);

  private final Lane lane = new Lane(new TopicPartition(Topics.DEFAULT.rfid(), 0), 0, TestTimer.NEVER);
  private final World world = new World();
  private final PartitionWork work = work(new Uncommitted<>(1_000_000, 1_000_000));
  private final TreeSet<Long> committed = new TreeSet<>();
  private long offset;
  private long version;

  private PartitionWork work(Uncommitted<Batch> uncommitted) {
    Decoding decoding = Decoding.of(lane, Topics.DEFAULT, new EventTime(0, 86_400_000), new Oddities(IngestMetrics.NONE));
    return new PartitionWork(
        lane, world, IngestMetrics.NONE,
        shell -> new StepsIntake(lane, decoding, new BatchSteps<>(LIMITS), uncommitted, shell, () -> 2, IngestMetrics.NONE));
  }

  /** All Goods and Locations, and the dead letters: each answers at once, but those that are sick. */
  private final class World implements Outside {

    private final List<String> sick = new ArrayList<>();
    private final Map<String, Runnable> open = new HashMap<>();
    private final List<String> moved = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<DeadLetters.Letter> buried = new ArrayList<>();
    private CompletableFuture<Done> grave = CompletableFuture.completedFuture(Done.getInstance());
    private List<Refusal> refusals = List.of();
    private int stuck;

    @Override
    public CompletionStage<Outcome<GoodsReply>> ask(Ask.OfGoods ask, Origins origins) {
      CompletableFuture<Outcome<GoodsReply>> answer = new CompletableFuture<>();
      Runnable take = () -> {
        moved.add(ask.goods());
        GoodsAt word =
            GoodsAt.whole(ask.goods(), ++version, GoodsProfile.NONE, List.of(), Expiry.UNKNOWN, lane.source().cause(0, 0));
        GoodsReply reply = new GoodsReply(refusals, 0, List.of(new Told("w", word)), List.of(), Optional.empty());
        answer.complete(new Outcome<>(List.of(reply), List.of()));
      };
      if (sick.contains(ask.goods())) {
        assertThat(open.put(ask.goods(), take)).as("one ask at a time").isNull();
      } else {
        take.run();
      }
      return answer;
    }

    @Override
    public CompletionStage<Outcome<LocationReply>> ask(Ask.OfLocation ask, Origins origins) {
      kongo.location.LocationCommand.TakeGoods words = (kongo.location.LocationCommand.TakeGoods) ask.command();
      words.goods().forEach(word -> told.add(word.goods()));
      return CompletableFuture.completedFuture(
          new Outcome<>(List.of(new LocationReply(List.of(), 0, List.of(), false, List.of())), List.of()));
    }

    @Override
    public CompletionStage<Done> bury(List<DeadLetters.Letter> letters) {
      buried.addAll(letters);
      return grave;
    }

    @Override
    public void duplicates(int records) {}

    @Override
    public int stuck() {
      return stuck;
    }

    void heal(String goods) {
      sick.remove(goods);
      open.remove(goods).run();
    }
  }

  private CompletableFuture<OptionalLong> send(PartitionWork to, String... goods) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (String id : goods) {
      String json = "{\"type\":\"RECEIVE\",\"time\":1,\"goods\":\"%s\",\"warehouse\":\"w\"}".formatted(id);
      records.add(new ConsumerRecord<>(lane.topic(), 0, offset++, bytes(id), bytes(json)));
    }
    return taken(to.take(Batch.of(records)));
  }

  private CompletableFuture<OptionalLong> taken(CompletionStage<OptionalLong> answer) {
    return answer.thenApply(settled -> {
      settled.ifPresent(committed::add);
      return settled;
    }).toCompletableFuture();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void allOthersAreDecidedAndOffsetsFollowInTheirOrder() {
    world.sick.add("sick");
    send(work, "a", "sick");
    for (int i = 0; i < 100; i++) {
      assertThat(send(work, "b" + i, "sick", "c" + i)).as("the next batch may come").isCompleted();
    }

    assertThat(world.moved).hasSize(201).doesNotContain("sick");
    assertThat(world.told).as("Locations have heard of them").hasSize(201);
    assertThat(committed).as("nothing behind it is committed").isEmpty();

    for (int i = 0; i <= 100; i++) {
      if (i < 100) {
        world.sick.add("sick");
      }
      Runnable next = world.open.remove("sick");
      world.sick.remove("sick");
      next.run();
    }
    taken(work.take(Batch.pause()));
    assertThat(committed).containsExactly(302L);
    assertThat(work.wantsLooks()).isFalse();
  }

  @Test
  void asManySickOnesAsArePlacesStopNobodyOnceTheyAreRepeated() {
    world.sick.addAll(List.of("s1", "s2"));
    send(work, "s1", "s2");
    send(work, "a");
    assertThat(world.moved).as("both places are taken").isEmpty();

    world.stuck = 2;
    taken(work.take(Batch.pause()));

    assertThat(world.moved).containsExactly("a");
  }

  @Test
  void thereIsAnEndToWhatIsTakenButNotCommitted() {
    PartitionWork bounded = work(new Uncommitted<>(3, 1_000_000));
    world.sick.add("sick");
    assertThat(send(bounded, "sick", "a")).isCompleted();
    CompletableFuture<OptionalLong> next = send(bounded, "b", "c");
    assertThat(next).isNotCompleted();

    world.heal("sick");

    assertThat(next).isCompletedWithValue(OptionalLong.of(4));
  }

  @Test
  void aBatchIsSettledWhenItsDeadLettersAreWritten() {
    world.grave = new CompletableFuture<>();
    send(work, "no good");
    taken(work.take(Batch.pause()));
    assertThat(world.buried).hasSize(1);
    assertThat(committed).isEmpty();

    world.grave.complete(Done.getInstance());
    taken(work.take(Batch.pause()));
    assertThat(committed).containsExactly(1L);
  }

  @Test
  void theEndComesWhenAllIsDone() {
    world.sick.add("sick");
    send(work, "sick");
    CompletableFuture<OptionalLong> end = taken(work.take(Batch.end()));
    assertThat(end).isNotCompleted();

    world.heal("sick");

    assertThat(end).isCompletedWithValue(OptionalLong.of(1));
  }
}
