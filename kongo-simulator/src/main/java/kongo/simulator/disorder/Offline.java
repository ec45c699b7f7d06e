package kongo.simulator.disorder;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import kongo.simulator.SimulatedRecord;

/** Trucks without coverage: what they have to say waits for the end of the window it falls into. */
final class Offline implements Delay.Schedule {

  private static final String TRUCK = "truck-";
  private static final long ONLINE = -1;

  private final Share share;
  private final long salt;
  private final long window;
  private final Map<String, Long> phases = new HashMap<>();

  Offline(Share share, long salt) {
    this.share = share;
    this.salt = salt;
    this.window = Math.max(1, share.time().toMillis());
  }

  @Override
  public long sendAt(SimulatedRecord source) {
    if (!source.place().startsWith(TRUCK)) {
      return source.sendAt();
    }
    long phase = phases.computeIfAbsent(source.place(), this::phase);
    return phase == ONLINE
        ? source.sendAt()
        : source.sendAt() + window - Math.floorMod(source.sendAt() - phase, window);
  }

  private long phase(String truck) {
    SplittableRandom random = new SplittableRandom(salt + truck.hashCode());
    return share.draws(random) ? random.nextLong(window) : ONLINE;
  }
}
