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
  private final BacklogLimits limits;
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
      public long done() {
        return 0;
      }

      @Override
      public OptionalLong end() {
        return OptionalLong.empty();
      }

      @Override
      public boolean isHeld() {
        return false;
      }

      @Override
      public boolean hasStoodStillFor(Duration time) {
        return true;
      }
    };

    /**
     * Timestamp of its oldest record that is not done yet, in milliseconds; {@link Long#MIN_VALUE} if that is not known, empty
     * if there is none.
     */
    OptionalLong undone();

    /** All records before this offset are done; of no meaning while {@link #end} is not known. */
    long done();

    /** Offset behind the newest record that there is, as far as is known; empty if it is not known. */
    OptionalLong end();

    /** Whether it does not go on since others come first. */
    boolean isHeld();

    /** Whether nobody has answered there for so long. */
    boolean hasStoodStillFor(Duration time);
  }

  /** @param partitioning of the readings */
  Backlogs(Partitioning partitioning, BacklogLimits limits, Clock clock) {
    this.partitioning = partitioning;
    this.limits = limits;
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

  /** For one life of a Location, on its thread. */
  Backlog of(String location) {
    int partition = partitioning.partitionOf().applyAsInt(location);
    return new Wait(() -> standings.computeIfAbsent(partition, key -> new Standing(Lane.UNKNOWN)));
  }

  /**
   * The wait of one Location. It is for what had come when it began, and then once more for what has come meanwhile, as long
   * as that is at most half of what it was before. So whoever catches up is waited for until it has, and whoever is always
   * behind, as one that sends an old archive, is not.
   */
  private static final class Wait implements Backlog {

    private final Supplier<Standing> standing;
    private long from;
    /** Empty while nothing is waited for, or it is not known how much there is. */
    private OptionalLong upTo = OptionalLong.empty();

    Wait(Supplier<Standing> standing) {
      this.standing = standing;
    }

    @Override
    public boolean has(long sentIn) {
      Standing now = standing.get();
      boolean waits = now.isBehind(sentIn) && !isReached(now.lane);
      upTo = waits ? upTo : OptionalLong.empty();
      return waits;
    }

    private boolean isReached(Lane lane) {
      long done = lane.done();
      if (upTo.isEmpty() || done < from) {
        from = done;
        upTo = lane.end();
        return false;
      }
      return done >= upTo.getAsLong() && !goesOn(lane.end().orElse(done));
    }

    private boolean goesOn(long end) {
      long before = upTo.getAsLong() - from;
      from = upTo.getAsLong();
      upTo = OptionalLong.of(end);
      return end > from && (end - from) * 2 <= before;
    }
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
      return now.isPresent() && now.getAsLong() < sentIn && !isLive(now.getAsLong()) && !isStuck();
    }

    private boolean isLive(long timestamp) {
      return timestamp > clock.millis() - limits.live().toMillis();
    }

    private boolean isStuck() {
      Duration most = lane.hasStoodStillFor(limits.patience()) ? limits.patience() : limits.stuck();
      return clock.millis() - since >= most.toMillis();
    }
  }
}
