package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import kongo.lane.LaneShell;
import kongo.lane.PartitionLane;
import kongo.lane.ReadingLane;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import kongo.stream.Ticket;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Of readings. */
final class ReadingsIntake implements BatchIntake {

  private static final int LOOK_MILLIS = 20;
  /** A look goes through all Locations of which readings wait: not through more a millisecond than this. */
  private static final int LOCATIONS_PER_MILLI = 8;

  private final Lane lane;
  private final Sorting<SensorRecord> sorting;
  private final IngestMetrics metrics;
  private final ReadingLane<Batch, DeadLetters.Letter> work;
  private long lastLook;
  private boolean ending;

  ReadingsIntake(
      Lane lane, HeldReadings<Batch> held, LaneShell<Batch, DeadLetters.Letter> shell, IngestSettings settings, Shares shares,
      IngestMetrics metrics, Oddities oddities) {
    this.lane = lane;
    this.sorting = new Sorting<>(new SensorDecoder(settings.eventTime()), oddities);
    this.metrics = metrics;
    this.work = new ReadingLane<>(held, new BatchSteps<>(settings.asks(), shares::asksInHand), shell, shares::asks);
  }

  @Override
  public PartitionLane<Batch> lane() {
    return work;
  }

  @Override
  public void take(Batch batch) {
    if (batch.isLast()) {
      ending = true;
      work.close();
    } else if (batch.isGap()) {
      work.expectMore(now());
    } else if (!batch.isEmpty()) {
      metrics.received(lane.topic(), batch.size());
      work.take(batch, (held, ticket) -> absorb(batch, held, ticket));
    }
    look();
  }

  private List<DeadLetters.Letter> absorb(Batch batch, HeldReadings<Batch> held, Ticket<Batch> ticket) {
    long now = now();
    List<ConsumerRecord<byte[], byte[]>> usable = new ArrayList<>(batch.size());
    List<DeadLetters.Letter> letters =
        sorting.sort(batch.records(), (record, sensor) -> {
          usable.add(record);
          held.add(
              ticket, sensor.location(), sensor.byGoods(), sensor.reading(), sensor.correction(), lane.position(record),
              record.timestamp(), now);
        });
    batch.keep(lane.partition(), usable);
    return letters;
  }

  private void look() {
    long now = now();
    if (ending || now - lastLook >= Math.max(LOOK_MILLIS, work.locations() / LOCATIONS_PER_MILLI)) {
      lastLook = now;
      work.look(now);
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public void settled(Batch batch) {
    // counted when they are delivered: harmless ones wait
  }
}
