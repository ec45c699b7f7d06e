package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Revision;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

/** What is published of a violation says the limit that people see at the Location. */
class LimitChangeTest {

  private static final Cause CAUSE = new Cause("test", 0, 0, 0);

  private final LocationState truck =
      LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(Long.MAX_VALUE, 100));

  @Test
  void anotherMaxWeightIsToldThoughTheOverloadGoesOn() {
    take(new TakePlace(truckOf(1, 500_000)));
    take(new TakeGoods(List.of(GoodsAt.whole(
        "goods-1", 1, new GoodsProfile(700_000, List.of(), GoodsProfile.NEVER),
        List.of(new Stay("truck-1", PlaceType.TRUCK, 0, Stay.OPEN)), Expiry.UNKNOWN, CAUSE))));

    List<Revision> revisions = take(new TakePlace(truckOf(2, 600_000)));

    assertThat(revisions).hasSize(1);
    assertThat(revisions.get(0).violation().status()).isEqualTo(Status.OPEN);
    assertThat(revisions.get(0).violation().limit().max()).isEqualTo(OptionalDouble.of(600));
    assertThat(truck.report(History.EMPTY).open()).containsExactly(revisions.get(0).violation());
  }

  private static PlaceAt truckOf(long version, long maxGrams) {
    return new PlaceAt(version, Timeline.always(new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), maxGrams)), CAUSE);
  }

  private List<Revision> take(LocationCommand command) {
    truck.apply(truck.version() + 1, truck.decide(command, History.EMPTY).event().orElseThrow());
    return truck.effects(History.EMPTY);
  }
}
