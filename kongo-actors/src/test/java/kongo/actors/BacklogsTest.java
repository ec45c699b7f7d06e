package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BacklogsTest {

  private static final long NOW = 1_000_000_000;
  private static final long LONG_AGO = NOW - 3_600_000;

  private long now = NOW;
  private OptionalLong undone = OptionalLong.of(LONG_AGO);
  private final Backlogs backlogs =
      new Backlogs(new Partitioning(2, id -> id.length() % 2), Duration.ofSeconds(30), Duration.ofSeconds(10), new Hands());

  private final Backlogs.Lane lane = new Stand();
  private boolean held;

  private final class Stand implements Backlogs.Lane {

    @Override
    public OptionalLong undone() {
      return undone;
    }

    @Override
    public boolean isHeld() {
      return held;
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
