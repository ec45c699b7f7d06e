package kongo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfEachVersionTest {

  private final List<Long> made = new ArrayList<>();
  private final OfEachVersion<Object> versions = new OfEachVersion<>(2, this::make);

  private Object make(long version) {
    made.add(version);
    if (version > 1_000) {
      throw new IllegalStateException("not known");
    }
    return new byte[1_000_000];
  }

  @Test
  void isOneForAllWhileItIsUsed() {
    Object first = versions.of(1);
    for (long version = 2; version < 10; version++) {
      versions.of(version);
    }
    assertThat(versions.of(1)).isSameAs(first);
  }

  @Test
  void theLastOnesAreKept() {
    versions.of(1);
    versions.of(2);
    versions.of(1);
    versions.of(2);
    assertThat(made).containsExactly(1L, 2L);
  }

  /** It would not end well without: a thousand of them are a gigabyte. */
  @Test
  void whatNobodyUsesGoesAndIsMadeAnew() {
    for (long version = 0; version <= 1_000; version++) {
      versions.of(version);
    }
    for (int i = 0; i < 100 && versions.size() > 10; i++) {
      System.gc();
      versions.of(i);
    }
    assertThat(versions.size()).isLessThan(1_000);
    made.clear();
    versions.of(500);
    assertThat(made).containsExactly(500L);
  }

  @Test
  void whatIsNotKnownIsAskedForAgain() {
    assertThatThrownBy(() -> versions.of(2_000)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> versions.of(2_000)).isInstanceOf(IllegalStateException.class);
    assertThat(made).containsExactly(2_000L, 2_000L);
  }
}
