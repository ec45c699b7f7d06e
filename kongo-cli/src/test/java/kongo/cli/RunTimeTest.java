package kongo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunTimeTest {

  private static final Instant START = Instant.EPOCH;

  private final RunTime time = new RunTime(Duration.ofSeconds(12), 100);

  @Test
  void beginsWithTheFirstRecord() {
    time.seen(100, START);
    assertThat(time.isOver(START.plusSeconds(60))).isFalse();
    assertThat(time.hasBegun()).isFalse();

    time.seen(101, START.plusSeconds(60));
    time.seen(500, START.plusSeconds(65));
    assertThat(time.isOver(START.plusSeconds(71))).isFalse();
    assertThat(time.isOver(START.plusSeconds(72))).isTrue();
  }
}
