package kongo.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.stream.HeldReadings.Delivery;
import kongo.stream.HeldReadings.Ticket;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes readings: those that may matter go to their Location at once, harmless ones wait for others for a while. */
final class ReadingWork implements LaneWork {

  private static final int LOOK_MILLIS = 20;
  /** A look goes through all Locations of which readings wait: not through more a millisecond than this. */
  private static final int LOCATIONS_PER_MILLI = 8;

  private final Lane lane;
  private final Sorting<SensorRecord> sorting;
  private final HeldReadings<Batch> held;
  private final Effects effects;
  private final DeadLetters deadLetters;
  private final IngestSettings settings;
  private final IngestMetrics metrics;

  private long lastLook;
  private Optional<CompletableFuture<OptionalLong>> asked = Optional.empty();
  private Optional<Throwable> problem = Optional.empty();
  private boolean ending;

  ReadingWork(
      Lane lane, HeldReadings<Batch> held, Effects effects, DeadLetters deadLetters, IngestSettings settings,
      IngestMetrics metrics, Oddities oddities) {
    this.lane = lane;
    this.sorting = new Sorting<>(new SensorDecoder(settings.allowedAhead()), oddities);
    this.held = held;
    this.effects = effects;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.metrics = metrics;
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
          held.add(ticket, sensor.location(), sensor.reading(), record.offset(), record.timestamp(), now);
        });
    batch.keep(lane.partition(), usable);
    deadLetters.bury(lane, letters).whenComplete((done, failure) -> onEnd(failure, () -> held.close(ticket)));
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  /** Starts what is due, and answers when there is room for more. */
  private void goOn() {
    held.due(settings.asksPerPartition()).forEach(this::deliver);
    boolean mayAnswer = problem.isPresent() || (ending ? held.isAtRest() : held.hasRoom());
    if (mayAnswer && asked.isPresent()) {
      CompletableFuture<OptionalLong> answer = asked.get();
      asked = Optional.empty();
      problem.ifPresentOrElse(
          answer::completeExceptionally, () -> answer.complete(held.settled().map(Batch::next).orElse(OptionalLong.empty())));
    }
  }

  private void deliver(Delivery<Batch> delivery) {
    long begin = System.nanoTime();
    BatchSteps steps = BatchSteps.ofReadings(Map.of(delivery.location(), delivery.readings()));
    List<Batch> batches = new ArrayList<>();
    delivery.tickets().forEach(ticket -> batches.add(ticket.batch()));
    effects.drive(steps, new Origins(lane.source(), batches), List.of()).whenComplete((done, failure) -> {
      metrics.batchDone(lane.topic(), delivery.readings().size(), Duration.ofNanos(System.nanoTime() - begin));
      onEnd(failure, () -> held.delivered(delivery));
    });
  }

  private synchronized void onEnd(Throwable failure, Runnable end) {
    if (failure == null) {
      end.run();
    } else {
      problem = Optional.of(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
    }
    goOn();
  }
}
