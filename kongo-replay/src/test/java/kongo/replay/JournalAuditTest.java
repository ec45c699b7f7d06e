package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.registry.PlaceType;
import kongo.registry.GoodsProfile;
import kongo.violation.Cause;
import org.junit.jupiter.api.Test;

class JournalAuditTest {

  private final JournalAudit audit = new JournalAudit();

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
    return GoodsAt.whole("g", version, GoodsProfile.NONE, stays, false, new Cause("t", 0, version, 0));
  }
}
