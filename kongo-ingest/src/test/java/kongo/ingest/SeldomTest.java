package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SeldomTest {

  private final AtomicLong now = new AtomicLong(-5);
  private final Seldom seldom = new Seldom(Duration.ofNanos(10), now::get);

  @Test
  void letsTheFirstThroughAndThenOneInAWhile() {
    assertThat(seldom.next()).isEqualTo(OptionalLong.of(0));
    assertThat(seldom.next()).isEmpty();
    now.set(4);
    assertThat(seldom.next()).isEmpty();
    now.set(5);
    assertThat(seldom.next()).isEqualTo(OptionalLong.of(2));
    assertThat(seldom.next()).isEmpty();
    now.set(100);
    assertThat(seldom.next()).isEqualTo(OptionalLong.of(1));
  }
}
