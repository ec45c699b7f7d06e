package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import kongo.location.Backlog;
import org.junit.jupiter.api.Test;

class BacklogsTest {

  private static final long NOW = 1_000_000_000;
  private static final long LONG_AGO = NOW - 3_600_000;

  private long now = NOW;
  private OptionalLong undone = OptionalLong.of(LONG_AGO);
  private final Backlogs backlogs =
      new Backlogs(
          new Partitioning(2, id -> id.length() % 2),
          new BacklogLimits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60)), new Hands());

  private final Backlogs.Lane lane = new Stand();
  private boolean held;
  private boolean othersAnswer;
  private long done = 1_000;
  private OptionalLong end = OptionalLong.empty();

  private final class Stand implements Backlogs.Lane {

    @Override
    public OptionalLong undone() {
      return undone;
    }

    @Override
    public long done() {
      return done;
    }

    @Override
    public OptionalLong end() {
      return end;
    }

    @Override
    public boolean isHeld() {
      return held;
    }

    @Override
    public boolean hasStoodStillFor(Duration time) {
      return !othersAnswer;
    }
  }

  private final class Hands extends Clock {

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(now);
    }

    @Override
    public ZoneId getZone() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void whatWasSentInBeforeIsWaitedFor() {
    backlogs.begin(1, lane);

    assertThat(backlogs.of("a").has(LONG_AGO + 1)).isTrue();
    assertThat(backlogs.of("a").has(LONG_AGO)).isFalse();
    undone = OptionalLong.of(LONG_AGO + 1);
    assertThat(backlogs.of("a").has(LONG_AGO + 1)).isFalse();
  }

  @Test
  void whereNothingIsToComeNothingIsWaitedFor() {
    undone = OptionalLong.empty();
    backlogs.begin(1, lane);

    assertThat(backlogs.of("a").has(NOW)).isFalse();
  }

  @Test
  void whatWasSentInAMomentAgoIsNotWaitedFor() {
    undone = OptionalLong.of(NOW - 29_000);
    backlogs.begin(1, lane);

    assertThat(backlogs.of("a").has(NOW)).isFalse();
  }

  @Test
  void whatDoesNotMoveIsNotWaitedForForEver() {
    backlogs.begin(1, lane);
    assertThat(backlogs.of("a").has(NOW)).isTrue();

    now += 9_999;
    assertThat(backlogs.of("a").has(NOW)).isTrue();
    now++;
    assertThat(backlogs.of("a").has(NOW)).isFalse();
    undone = OptionalLong.of(LONG_AGO + 1);
    assertThat(backlogs.of("a").has(NOW)).isTrue();
  }

  @Test
  void oneThatHoldsUpNobodyElseIsWaitedForLongerButNotForEver() {
    othersAnswer = true;
    backlogs.begin(1, lane);
    assertThat(backlogs.of("a").has(NOW)).isTrue();

    now += 59_999;
    assertThat(backlogs.of("a").has(NOW)).isTrue();
    now++;
    assertThat(backlogs.of("a").has(NOW)).isFalse();
  }

  @Test
  void whoIsAlwaysAsFarBehindIsWaitedForUpToWhereItWas() {
    Backlog wait = begun(OptionalLong.of(1_400));

    comesTo(1_399, 1_799);
    assertThat(wait.has(NOW)).isTrue();
    comesTo(1_400, 1_800);
    assertThat(wait.has(NOW)).isFalse();
    assertThat(wait.has(NOW)).as("the next word waits anew").isTrue();
  }

  @Test
  void whoCatchesUpIsWaitedForUntilItHas() {
    Backlog wait = begun(OptionalLong.of(1_400));

    comesTo(1_400, 1_600);
    assertThat(wait.has(NOW)).isTrue();
    comesTo(1_600, 1_700);
    assertThat(wait.has(NOW)).isTrue();
    comesTo(1_700, 1_751);
    assertThat(wait.has(NOW)).as("not half as much as before").isFalse();
  }

  @Test
  void whatIsThereIsWaitedForAlsoWhereItIsKnownOnlyLaterHowMuchThatIs() {
    Backlog wait = begun(OptionalLong.empty());
    comesTo(1_200, 1_400);
    assertThat(wait.has(NOW)).isTrue();
    comesTo(1_399, 2_000);
    assertThat(wait.has(NOW)).isTrue();
    comesTo(1_400, 2_000);
    assertThat(wait.has(NOW)).isFalse();
  }

  @Test
  void whoBeginsAnewFartherBackIsWaitedForAnew() {
    Backlog wait = begun(OptionalLong.of(1_400));

    comesTo(900, 1_500);
    assertThat(wait.has(NOW)).isTrue();
    comesTo(1_450, 1_900);
    assertThat(wait.has(NOW)).isTrue();
  }

  @Test
  void whatCameBeforeAnybodySpokeOfThePartitionIsNotCounted() {
    Backlog wait = backlogs.of("a");
    assertThat(wait.has(NOW)).isTrue();
    end = OptionalLong.of(1_400);
    backlogs.begin(1, lane);
    assertThat(wait.has(NOW)).isTrue();

    comesTo(1_400, 1_800);
    assertThat(wait.has(NOW)).as("as far behind as before").isFalse();
  }

  /** A wait, before which the partition had come to 1 000. */
  private Backlog begun(OptionalLong newest) {
    end = newest;
    backlogs.begin(1, lane);
    Backlog wait = backlogs.of("a");
    assertThat(wait.has(NOW)).isTrue();
    return wait;
  }

  private void comesTo(long offset, long newest) {
    done = offset;
    end = OptionalLong.of(newest);
    undone = OptionalLong.of(undone.getAsLong() + 1);
  }

  @Test
  void whatIsHeldIsWaitedForAsLongAsItIs() {
    held = true;
    backlogs.begin(1, lane);
    assertThat(backlogs.of("a").has(NOW)).isTrue();
    now += 60_000;
    assertThat(backlogs.of("a").has(NOW)).isTrue();
    held = false;
    now += 9_999;
    assertThat(backlogs.of("a").has(NOW)).isTrue();
    now++;
    assertThat(backlogs.of("a").has(NOW)).isFalse();
  }

  @Test
  void aPartitionOfWhichNobodyHasSpokenIsWaitedForForAWhile() {
    assertThat(backlogs.of("a").has(NOW)).isTrue();
    now += 10_000;
    assertThat(backlogs.of("a").has(NOW)).isFalse();
  }

  @Test
  void eachPartitionStandsForItself() {
    backlogs.begin(1, lane);

    assertThat(backlogs.of("a").has(NOW)).isTrue();
    undone = OptionalLong.empty();
    assertThat(backlogs.of("a").has(NOW)).isFalse();
    assertThat(backlogs.of("bb").has(NOW)).as("of which nothing is known").isTrue();
    backlogs.end(1);
    assertThat(backlogs.of("a").has(NOW)).isTrue();
  }
}
