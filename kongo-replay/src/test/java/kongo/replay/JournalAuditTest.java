package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SeriesKey;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.violation.Cause;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

class JournalAuditTest {

  private final JournalAudit audit = new JournalAudit(Duration.ofMillis(1_000));

  @Test
  void aGoodsMayGoStraightFromPlaceToPlace() {
    location("a", seen(1, "a", 0, Stay.OPEN), seen(2, "a", 0, 10));
    location("b", seen(2, "b", 10, 20), seen(4, "b", 10, 20, 30, Stay.OPEN));
    location("c", seen(4, "c", 20, 30));

    assertThat(audit.twoPlaces().isNone()).isTrue();
  }

  @Test
  void aGoodsInTwoPlacesIsFound() {
    location("a", seen(1, "a", 0, Stay.OPEN));
    location("b", seen(2, "b", 10, 20));

    assertThat(audit.twoPlaces().first()).containsExactly("g at b from 10 and at a until now");
  }

  @Test
  void aShortStayWithinALongOneIsFoundAndSoIsTheNext() {
    location("a", seen(1, "a", 0, 100));
    location("b", seen(1, "b", 10, 20, 50, 60));

    assertThat(audit.twoPlaces().count()).isEqualTo(2);
  }

  @Test
  void theHighestVersionCountsWhateverTheOrder() {
    location("a", seen(3, "a", 0, 10), seen(2, "a", 0, Stay.OPEN));
    location("b", seen(3, "b", 10, Stay.OPEN));

    assertThat(audit.twoPlaces().isNone()).isTrue();
  }

  @Test
  void whatALocationDoesNotHearOfAnyMoreIsLeftOut() {
    // the Goods was at b all the time, but that came when a had closed its books
    location("a", 1_021, seen(1, "a", 0, 20));
    location("b", seen(2, "b", 0, Stay.OPEN));

    assertThat(audit.twoPlaces().isNone()).isTrue();
    assertThat(audit.closed()).isEqualTo(1);
  }

  @Test
  void whatIsKeptIsComparedUpToTheHorizon() {
    location("a", 1_020, seen(1, "a", 0, 20));
    location("b", seen(2, "b", 0, Stay.OPEN));

    assertThat(audit.twoPlaces().count()).isEqualTo(1);
  }

  @Test
  void staysTellOfTimeAsWell() {
    location("a", seen(1, "a", 0, 20, 2_000, 2_021));
    location("b", seen(2, "b", 0, 30));

    assertThat(audit.twoPlaces().isNone()).isTrue();
  }

  @Test
  void readingsMayLagBehindTheStaysByAsMuchAsIsKept() {
    location("a", seen(1, "a", 0, 20, 2_000, 2_020));
    location("b", seen(2, "b", 0, 30));

    assertThat(audit.twoPlaces().first()).containsExactly("g at b from 0 and at a until 20");
  }

  /** @param newestReading its time */
  private void location(String id, long newestReading, GoodsAt seen) {
    EntityReader reader = audit.reader(new JournalId("Location|" + id, 0));
    reader.event(1, new GoodsSeen(List.of(seen)));
    reader.event(2, reading(newestReading));
    reader.end();
  }

  private static ReadingsAccepted reading(long time) {
    long[] one = {0};
    return new ReadingsAccepted(
        new Source("kongo.sensors", 0), List.of(new SeriesKey("temperature", "s1")), new int[] {0}, time, one, new double[] {5}, 0, one, 0,
        one, new int[0], new int[0], new long[0], new long[0], new long[0], 0);
  }

  private void location(String id, GoodsAt... seen) {
    EntityReader reader = audit.reader(new JournalId("Location|" + id, 0));
    for (int i = 0; i < seen.length; i++) {
      reader.event(i + 1L, new GoodsSeen(List.of(seen[i])));
    }
    reader.end();
  }

  private static GoodsAt seen(long version, String location, long... bounds) {
    List<Stay> stays =
        java.util.stream.IntStream.range(0, bounds.length / 2)
            .mapToObj(i -> new Stay(location, PlaceType.WAREHOUSE, bounds[2 * i], bounds[2 * i + 1]))
            .toList();
    return GoodsAt.whole("g", version, GoodsProfile.NONE, stays, Expiry.UNKNOWN, new Cause("t", 0, version, 0));
  }
}
