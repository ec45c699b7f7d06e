package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateSearchTest {

  @Test
  void findsWhatIsSustainedToTenPercentFromBelow() {
    assertThat(found(1_000, 37_500)).isBetween(34_000.0, 37_500.0);
  }

  @Test
  void findsItFromAboveAsWell() {
    assertThat(found(100_000, 37_500)).isBetween(34_000.0, 37_500.0);
  }

  @Test
  void whereNothingIsSustainedItEnds() {
    assertThat(found(1_000, 0)).isZero();
  }

  private static double found(double from, double limit) {
    RateSearch search = new RateSearch(from);
    for (int tries = 0; !search.isOver() && tries < 50; tries++) {
      search.told(search.next() <= limit);
    }
    assertThat(search.isOver()).isTrue();
    return search.best();
  }
}
