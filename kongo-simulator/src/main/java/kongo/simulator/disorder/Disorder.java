package kongo.simulator.disorder;

import java.time.Duration;
import java.util.Iterator;
import java.util.SplittableRandom;
import kongo.protocol.Feed;
import kongo.simulator.SimulatedRecord;

/**
 * What changes the delivery of a world's records, never the set of events that count in the end.
 *
 * @param lateRfid a share of the RFID records is sent up to so much later
 * @param offline a share of the trucks sends everything in windows of that length
 * @param shuffle readings of a location are permuted within this
 * @param duplicates a share of the records is sent again, up to so much later
 * @param garbage how many malformed records there are per record
 * @param mistakes a share of the readings and moves is followed by a wrong one, which is corrected or void up to so much later
 */
public record Disorder(
    Share lateRfid, Share offline, Duration shuffle, Share duplicates, boolean registryLast, double garbage,
    Share mistakes) {

  private static final long MISTAKES_SEED = 0x2545F4914F6CDD1DL;

  public static final Disorder NONE =
      new Disorder(Share.NONE, Share.NONE, Duration.ZERO, Share.NONE, false, 0);

  public Disorder(
      Share lateRfid, Share offline, Duration shuffle, Share duplicates, boolean registryLast, double garbage) {
    this(lateRfid, offline, shuffle, duplicates, registryLast, garbage, Share.NONE);
  }

  public Disorder {
    if (shuffle.isNegative()) {
      throw new IllegalArgumentException("--shuffle must not be negative");
    }
    if (!(garbage >= 0 && garbage <= 1)) {
      throw new IllegalArgumentException("--garbage must be between 0 and 1, not " + garbage);
    }
  }

  public Iterator<SimulatedRecord> apply(Iterator<SimulatedRecord> stream, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Iterator<SimulatedRecord> disordered = stream;
    disordered = delayRegistry(disordered);
    disordered = delayReadings(disordered, random.split());
    disordered = delayRfid(disordered, random.split());
    disordered = buffer(disordered, random.split().nextLong());
    disordered = mistake(disordered, new SplittableRandom(seed ^ MISTAKES_SEED));
    disordered = duplicate(disordered, random.split());
    return garbage == 0 ? disordered : new Garbage(disordered, garbage, random.split());
  }

  private Iterator<SimulatedRecord> delayRegistry(Iterator<SimulatedRecord> stream) {
    return registryLast
        ? new Delay(stream, it -> it.feed() == Feed.REGISTRY ? Delay.Schedule.AT_THE_END : it.sendAt())
        : stream;
  }

  private Iterator<SimulatedRecord> delayReadings(Iterator<SimulatedRecord> stream, SplittableRandom random) {
    long most = shuffle.toMillis();
    return most == 0
        ? stream
        : new Delay(
            stream, it -> it.feed() == Feed.SENSORS ? it.sendAt() + random.nextLong(most + 1) : it.sendAt());
  }

  private Iterator<SimulatedRecord> delayRfid(Iterator<SimulatedRecord> stream, SplittableRandom random) {
    return lateRfid.isNone()
        ? stream
        : new Delay(
            stream,
            it -> it.feed() == Feed.RFID && lateRfid.draws(random) ? it.sendAt() + lateRfid.within(random) : it.sendAt());
  }

  private Iterator<SimulatedRecord> buffer(Iterator<SimulatedRecord> stream, long salt) {
    return offline.isNone() ? stream : new Delay(stream, new Offline(offline, salt));
  }

  private Iterator<SimulatedRecord> mistake(Iterator<SimulatedRecord> stream, SplittableRandom random) {
    return mistakes.isNone() ? stream : new Mistakes(stream, mistakes, random).delayed();
  }

  private Iterator<SimulatedRecord> duplicate(Iterator<SimulatedRecord> stream, SplittableRandom random) {
    return duplicates.isNone() ? stream : new Duplicates(stream, duplicates, random).delayed();
  }
}
