package kongo.journal;

import java.time.Duration;

/**
 * How many deletions may be under way: fewer when they take long or fail, more again when they go well. After a failure
 * none begins for a while. Without clock; not thread-safe.
 */
final class DeletionCredit {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final int most;
  private final Duration slow;
  private int allowed;
  private int quickOnes;
  private Duration pause = Duration.ZERO;

  /**
   * @param most 0: nothing is ever deleted
   * @param slow one that takes longer shows that Cassandra has better to do
   */
  DeletionCredit(int most, Duration slow) {
    this.most = most;
    this.slow = slow;
    this.allowed = most;
  }

  /** So many may be under way. */
  int allowed() {
    return allowed;
  }

  /** How long none may begin from the last failure on; zero if the last one did not fail. */
  Duration pause() {
    return pause;
  }

  void took(Duration time) {
    pause = Duration.ZERO;
    if (time.compareTo(slow) > 0) {
      halve();
    } else {
      grow();
    }
  }

  void failed() {
    halve();
    pause = pause.isZero() ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void halve() {
    allowed = Math.min(most, Math.max(1, allowed / 2));
    quickOnes = 0;
  }

  /** By one when as many went well as are allowed. */
  private void grow() {
    quickOnes++;
    if (quickOnes >= allowed && allowed < most) {
      allowed++;
      quickOnes = 0;
    }
  }
}
