package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.goods.GoodsCommand.TakeMoves;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.GoodsReply;
import kongo.lane.LaneShell;
import kongo.lane.Uncommitted;
import kongo.location.LocationCommand.TakeReadings;
import kongo.location.LocationReply;
import kongo.protocol.Topics;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.violation.Position;
import kongo.violation.Refusal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.Done;
import org.junit.jupiter.api.Test;

/** Entities are told positions, whose epoch is that of the topics; refused records are found again by them. */
class PositionsTest {

  private static final int EPOCH = 3;
  private static final long OFFSET = 7;
  private static final long POSITION = Position.of(EPOCH, OFFSET);

  private final IngestSettings settings = IngestSettings.from(ConfigFactory.parseString("kongo.ingest.earliest = \"1970-01-01T00:00Z\"").withFallback(ConfigFactory.load()));
  private final Recording outside = new Recording();

  @Test
  void ofMoves() {
    take(Topics.DEFAULT.rfid(), "goods-1", "{\"type\":\"RECEIVE\",\"time\":1,\"goods\":\"goods-1\",\"warehouse\":\"w\"}");
    assertThat(((TakeMoves) outside.goods.get(0).command()).batch().offsets()).containsExactly(POSITION);
    assertThat(outside.buried).containsExactly(OFFSET);
  }

  @Test
  void ofRegistrations() {
    take(Topics.DEFAULT.registry(), "goods-1", "{\"type\":\"GOODS\",\"id\":\"goods-1\"}");
    assertThat(((TakeRegistration) outside.goods.get(0).command()).cause().offset()).isEqualTo(POSITION);
  }

  @Test
  void ofReadings() {
    take(
        Topics.DEFAULT.sensors(), "truck-1",
        "{\"location\":\"truck-1\",\"sensor\":\"s\",\"metric\":\"temperature\",\"value\":1,\"time\":1}");
    assertThat(((TakeReadings) outside.locations.get(0).command()).batch().offsets()).containsExactly(POSITION);
    assertThat(outside.buried).containsExactly(OFFSET);
  }

  private void take(String topic, String key, String value) {
    Lane lane = new Lane(new TopicPartition(topic, 0), EPOCH, TestTimer.NEVER);
    var record = new ConsumerRecord<>(topic, 0, OFFSET, bytes(key), bytes(value));
    PartitionWork work = new PartitionWork(lane, outside, IngestMetrics.NONE, shell -> intake(lane, shell));
    work.take(Batch.of(List.of(record)));
    work.take(Batch.end());
  }

  private BatchIntake intake(Lane lane, LaneShell<Batch, DeadLetters.Letter> shell) {
    Oddities oddities = new Oddities(IngestMetrics.NONE);
    if (lane.topic().equals(Topics.DEFAULT.sensors())) {
      HeldReadings<Batch> held = new HeldReadings<>(lane.source(), settings.hold(), location -> Optional.empty());
      return new ReadingsIntake(lane, held, shell, settings, new Shares(settings, () -> 1), IngestMetrics.NONE, oddities);
    }
    Decoding decoding = Decoding.of(lane, Topics.DEFAULT, settings.eventTime(), oddities);
    return new StepsIntake(
        lane, decoding, new BatchSteps<>(settings.asks()), new Uncommitted<>(1_000, 1_000_000), shell, () -> 1,
        IngestMetrics.NONE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses all moves and readings, as too late. */
  private static final class Recording implements Outside {

    private final List<Ask.OfGoods> goods = new ArrayList<>();
    private final List<Ask.OfLocation> locations = new ArrayList<>();
    private final List<Long> buried = new ArrayList<>();

    @Override
    public CompletionStage<Outcome<GoodsReply>> ask(Ask.OfGoods ask, Origins origins) {
      goods.add(ask);
      List<Refusal> refusals = ask.command() instanceof TakeMoves ? List.of(tooLate()) : List.of();
      GoodsReply reply = new GoodsReply(refusals, 0, List.of(), List.of(), Optional.empty());
      return CompletableFuture.completedFuture(new Outcome<>(List.of(reply), List.of()));
    }

    @Override
    public CompletionStage<Outcome<LocationReply>> ask(Ask.OfLocation ask, Origins origins) {
      locations.add(ask);
      LocationReply reply = new LocationReply(List.of(tooLate()), 0, List.of(), false, List.of());
      return CompletableFuture.completedFuture(new Outcome<>(List.of(reply), List.of()));
    }

    private static Refusal tooLate() {
      return new Refusal(POSITION, Refusal.Reason.TOO_LATE);
    }

    @Override
    public CompletionStage<Done> bury(List<DeadLetters.Letter> letters) {
      letters.forEach(letter -> buried.add(letter.record().offset()));
      return CompletableFuture.completedFuture(Done.getInstance());
    }

    @Override
    public void duplicates(int records) {}

    @Override
    public int stuck() {
      return 0;
    }
  }
}
