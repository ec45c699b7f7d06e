package kongo.actors;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
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

  /** A partition that is consumed here. Asked by any thread. */
  public interface Lane {

    /** Nobody has said anything of it. */
    Lane UNKNOWN = new Lane() {
      @Override
      public OptionalLong undone() {
        return OptionalLong.of(NOBODY_KNOWS);
      }

      @Override
      public boolean isHeld() {
        return false;
      }
    };

    /**
     * Timestamp of its oldest record that is not done yet, in milliseconds; {@link Long#MIN_VALUE} if that is not known, empty
     * if there is none.
     */
    OptionalLong undone();

    /** Whether it does not go on since others come first. */
    boolean isHeld();
  }

  /**
   * @param partitioning of the readings
   * @param live readings that were sent in less than this ago are waited for by nobody
   * @param patience and neither are those of a partition that has not moved for so long, though it might
   */
  Backlogs(Partitioning partitioning, Duration live, Duration patience, Clock clock) {
    this.partitioning = partitioning;
    this.live = live;
    this.patience = patience;
    this.clock = clock;
  }

  /** A partition is consumed here from now on. */
  public void begin(int partition, Lane lane) {
    standings.put(partition, new Standing(lane));
  }

  /** A partition is somebody else's. */
  public void end(int partition) {
    standings.remove(partition);
  }

  Backlog of(String location) {
    int partition = partitioning.partitionOf().applyAsInt(location);
    return sentIn -> standings.computeIfAbsent(partition, key -> new Standing(Lane.UNKNOWN)).isBehind(sentIn);
  }

  /** Where a partition stands, and since when it has not moved as far as anybody has looked. */
  private final class Standing {

    private final Lane lane;
    private OptionalLong seen = OptionalLong.empty();
    private long since;

    Standing(Lane lane) {
      this.lane = lane;
    }

    synchronized boolean isBehind(long sentIn) {
      OptionalLong now = lane.undone();
      if (!now.equals(seen) || lane.isHeld()) {
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
