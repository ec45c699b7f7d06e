package kongo.simulator.disorder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.function.Function;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RecordEncoder;
import kongo.protocol.RfidDecoder;
import kongo.protocol.RfidRecord;
import kongo.protocol.SensorDecoder;
import kongo.protocol.SensorRecord;
import kongo.simulator.Origin;
import kongo.simulator.SimulatedRecord;
import kongo.violation.Correction;

/**
 * Follows some readings and moves of a stream with a mistake, and with what takes it back: a reading or move that never was
 * and is void later, or a wrong correction and then a right one. What counts in the end is what counted without.
 */
final class Mistakes implements Iterator<SimulatedRecord> {

  private static final EventTime ANY_TIME = new EventTime(0, Long.MAX_VALUE);
  private static final double FAR_OFF = 100;
  private static final Correction FIRST = new Correction(1, false);
  private static final Correction SECOND = new Correction(2, false);
  private static final Correction VOID = new Correction(1, true);

  private final Iterator<SimulatedRecord> source;
  private final Share share;
  private final SplittableRandom random;
  private final SensorDecoder sensors = new SensorDecoder(ANY_TIME);
  private final RfidDecoder rfid = new RfidDecoder(ANY_TIME);
  private final RecordEncoder encoder = new RecordEncoder();
  private final Deque<SimulatedRecord> next = new ArrayDeque<>();

  Mistakes(Iterator<SimulatedRecord> source, Share share, SplittableRandom random) {
    this.source = source;
    this.share = share;
    this.random = random;
  }

  /** The same with each mistake taken back later. */
  Iterator<SimulatedRecord> delayed() {
    return new Delay(this, it -> it.origin() == Origin.REMEDY ? it.sendAt() + share.within(random) : it.sendAt());
  }

  @Override
  public boolean hasNext() {
    return !next.isEmpty() || source.hasNext();
  }

  @Override
  public SimulatedRecord next() {
    if (!next.isEmpty()) {
      return next.remove();
    }
    SimulatedRecord right = source.next();
    if (right.origin() == Origin.WORLD && right.time() > 0 && share.draws(random)) {
      mistake(right);
    }
    return right;
  }

  private void mistake(SimulatedRecord right) {
    switch (right.feed()) {
      case SENSORS -> follow(right, sensors, random.nextBoolean() ? this::ghostReading : this::correctedReading);
      case RFID -> follow(right, rfid, this::ghostMove);
      case REGISTRY -> {
        // it has no corrections
      }
    }
  }

  private <T> void follow(SimulatedRecord right, RecordDecoder<T> decoder, Function<T, byte[][]> mistake) {
    byte[] key = right.key().getBytes(StandardCharsets.UTF_8);
    if (decoder.decode(key, right.value(), right.time()) instanceof Decoded.Usable<T> usable) {
      byte[][] both = mistake.apply(usable.value());
      next.add(right.saying(both[0], Origin.MISTAKE));
      next.add(right.saying(both[1], Origin.REMEDY));
    }
  }

  private byte[][] ghostReading(SensorRecord right) {
    Reading reading = right.reading();
    Reading ghost = new Reading(reading.metric(), reading.sensor(), reading.time() - 1, reading.value() + FAR_OFF);
    return new byte[][] {
      encoder.encode(right.saying(ghost, Correction.ORIGINAL)), encoder.encode(right.saying(ghost, VOID))
    };
  }

  private byte[][] correctedReading(SensorRecord right) {
    Reading reading = right.reading();
    Reading wrong = new Reading(reading.metric(), reading.sensor(), reading.time(), reading.value() + FAR_OFF);
    return new byte[][] {
      encoder.encode(right.saying(wrong, FIRST)),
      encoder.encode(right.saying(reading, SECOND))
    };
  }

  private byte[][] ghostMove(RfidRecord right) {
    Move move = right.move();
    Move ghost = new Move(move.type(), move.time() - 1, move.warehouse(), move.truck());
    return new byte[][] {
      encoder.encode(right.goods(), ghost), encoder.encode(new RfidRecord(right.goods(), ghost, VOID))
    };
  }
}
