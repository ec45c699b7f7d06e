package kongo.actors;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kongo.location.Backlog;

/**
 * How far the readings are of the Locations of this node. The streams tell it, for the partitions that are consumed here; by
 * this Locations know whether readings are still to come. Thread-safe.
 */
public final class Backlogs {

  private static final long NOBODY_KNOWS = Long.MIN_VALUE;

  private final Partitioning partitioning;
  private final Duration live;
  private final Duration patience;
  private final Clock clock;
  private final Map<Integer, Standing> standings = new ConcurrentHashMap<>();

  /**
   * @param partitioning of the readings
   * @param live readings that were sent in less than this ago are waited for by nobody
   * @param patience and neither are those of a partition that has not moved for so long
   */
  Backlogs(Partitioning partitioning, Duration live, Duration patience, Clock clock) {
    this.partitioning = partitioning;
    this.live = live;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * A partition is consumed here from now on.
   *
   * @param undone timestamp of its oldest record that is not done yet, in milliseconds; {@link Long#MIN_VALUE} if that is
   *     not known, empty if there is none. Called by any thread.
   */
  public void begin(int partition, Supplier<OptionalLong> undone) {
    standings.put(partition, new Standing(undone));
  }

  /** A partition is somebody else's. */
  public void end(int partition) {
    standings.remove(partition);
  }

  Backlog of(String location) {
    int partition = partitioning.partitionOf().applyAsInt(location);
    return sentIn -> standings.computeIfAbsent(partition, key -> new Standing(() -> OptionalLong.of(NOBODY_KNOWS))).isBehind(sentIn);
  }

  /** Where a partition stands, and since when it has not moved as far as anybody has looked. */
  private final class Standing {

    private final Supplier<OptionalLong> undone;
    private OptionalLong seen = OptionalLong.empty();
    private long since;

    Standing(Supplier<OptionalLong> undone) {
      this.undone = undone;
    }

    synchronized boolean isBehind(long sentIn) {
      OptionalLong now = undone.get();
      if (!now.equals(seen)) {
        seen = now;
        since = clock.millis();
      }
      return now.isPresent() && now.getAsLong() < sentIn && !isLive(now.getAsLong()) && clock.millis() - since < patience.toMillis();
    }

    private boolean isLive(long timestamp) {
      return timestamp > clock.millis() - live.toMillis();
    }
  }
}
