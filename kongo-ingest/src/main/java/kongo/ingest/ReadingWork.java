package kongo.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.stream.HeldReadings.Delivery;
import kongo.stream.Ticket;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes readings: those that may matter go to their Location at once, harmless ones wait for others for a while. */
final class ReadingWork implements LaneWork, StepsRun.Owner {

  private static final int LOOK_MILLIS = 20;
  /** A look goes through all Locations of which readings wait: not through more a millisecond than this. */
  private static final int LOCATIONS_PER_MILLI = 8;

  private final Lane lane;
  private final Sorting<SensorRecord> sorting;
  private final HeldReadings<Batch> held;
  private final StepsRun.Outside outside;
  private final BatchSteps<Batch> steps;
  private final StepsRun<Batch> run;
  private final int asksAtOnce;
  private final IngestMetrics metrics;
  private final Map<Ask, UnderWay> underWay = new IdentityHashMap<>();

  private long lastLook;
  private Optional<CompletableFuture<OptionalLong>> asked = Optional.empty();
  private Optional<Throwable> problem = Optional.empty();
  private boolean ending;

  /** A delivery that its Location has not answered yet. */
  private record UnderWay(Delivery<Batch> delivery, long since) {}

  ReadingWork(
      Lane lane, HeldReadings<Batch> held, StepsRun.Outside outside, IngestSettings settings, IngestMetrics metrics,
      Oddities oddities) {
    this.lane = lane;
    this.sorting = new Sorting<>(new SensorDecoder(settings.allowedAhead()), oddities);
    this.held = held;
    this.outside = outside;
    this.steps = new BatchSteps<>(settings.asks());
    this.asksAtOnce = settings.asksPerPartition();
    this.metrics = metrics;
    this.run = new StepsRun<>(steps, batches -> new Origins(lane.source(), batches), outside, this, asksAtOnce);
  }

  @Override
  public synchronized CompletionStage<OptionalLong> take(Batch batch) {
    if (batch.isLast()) {
      ending = true;
      held.closeAll();
    } else if (batch.isGap()) {
      held.expectMore(now());
    } else if (!batch.isEmpty()) {
      metrics.received(lane.topic(), batch.records().size());
      absorb(batch);
    }
    CompletableFuture<OptionalLong> answer = new CompletableFuture<>();
    asked = Optional.of(answer);
    look();
    goOn();
    return answer;
  }

  @Override
  public synchronized boolean wantsLooks() {
    return !held.isIdle();
  }

  private void look() {
    long now = now();
    if (ending || now - lastLook >= Math.max(LOOK_MILLIS, held.locations() / LOCATIONS_PER_MILLI)) {
      lastLook = now;
      held.look(now);
    }
  }

  private void absorb(Batch batch) {
    Ticket<Batch> ticket = held.open(batch);
    long now = now();
    List<ConsumerRecord<byte[], byte[]>> usable = new ArrayList<>(batch.records().size());
    List<DeadLetters.Letter> letters =
        sorting.sort(batch.records(), (record, sensor) -> {
          usable.add(record);
          held.add(ticket, sensor.location(), sensor.reading(), lane.position(record), record.timestamp(), now);
        });
    batch.keep(lane.partition(), usable);
    run.bury(List.of(ticket), letters);
    held.close(ticket);
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  /** Starts what is due, and answers when there is room for more. */
  private void goOn() {
    held.due(asksAtOnce + outside.stuck()).forEach(this::deliver);
    run.goOn();
    boolean mayAnswer = problem.isPresent() || (ending ? held.isAtRest() : held.hasRoom());
    if (mayAnswer && asked.isPresent()) {
      CompletableFuture<OptionalLong> answer = asked.get();
      asked = Optional.empty();
      problem.ifPresentOrElse(
          answer::completeExceptionally, () -> answer.complete(held.settled().map(Batch::next).orElse(OptionalLong.empty())));
    }
  }

  private void deliver(Delivery<Batch> delivery) {
    Ask ask = steps.readings(delivery.tickets(), delivery.location(), delivery.readings());
    underWay.put(ask, new UnderWay(delivery, System.nanoTime()));
  }

  /** Goods that have to hear that their time has come hold the batch, but not the Location. */
  @Override
  public void ended(Ask ask) {
    UnderWay ended = underWay.remove(ask);
    if (ended != null) {
      held.delivered(ended.delivery);
      int readings = ended.delivery.readings().size();
      metrics.batchDone(lane.topic(), readings, Duration.ofNanos(System.nanoTime() - ended.since));
    }
  }

  @Override
  public void progress(Optional<Throwable> failure) {
    problem = problem.or(() -> failure.map(Failures::cause));
    goOn();
  }
}
