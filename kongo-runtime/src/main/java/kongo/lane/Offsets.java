package kongo.lane;

import java.util.OptionalLong;

/** How far a partition has been handed to its lane, is settled, and is known to be committed. Used by one thread at a time. */
public final class Offsets {

  private long offered;
  private long settled;
  private long committed;

  /** All records before this offset have been handed over. */
  public void offered(long end) {
    offered = end;
  }

  public long offered() {
    return offered;
  }

  public long settled() {
    return settled;
  }

  /** All effects of the records before this offset are durable and published. */
  public void settled(long end) {
    settled = end;
  }

  /**
   * The offset to be committed, if more is done than is known to be committed.
   *
   * @param position of the consumer: behind the last record there may be some that are none, such as the end of a
   *     producer's transaction; if all records are settled, these are too
   */
  public OptionalLong toCommit(OptionalLong position) {
    long done = settled == offered ? Math.max(settled, position.orElse(settled)) : settled;
    return done > committed ? OptionalLong.of(done) : OptionalLong.empty();
  }

  public void committed(long offset) {
    committed = Math.max(committed, offset);
  }
}
