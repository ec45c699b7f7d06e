package kongo.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kongo.goods.Expiry;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.GoodsReply;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.location.LocationReply;
import kongo.location.Unheard;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.Timeline;
import kongo.violation.Cause;
import kongo.violation.Refusal;
import org.junit.jupiter.api.Test;

/** An ask that was halved has the effects of both halves. */
class JoinedTest {

  private static final Cause CAUSE = new Cause("kongo.rfid", 0, 1, 1);

  private static Refusal refusal(long offset) {
    return new Refusal(offset, Refusal.Reason.TOO_LATE);
  }

  private static Told told(String location) {
    return new Told(location, GoodsAt.whole("g", 1, GoodsProfile.NONE, List.of(), Expiry.UNKNOWN, CAUSE));
  }

  private static ExpiryEvidence evidence(String goods) {
    return new ExpiryEvidence(goods, "w", 1, 1, CAUSE);
  }

  private static Untold untold(String location) {
    return new Untold(location, 3);
  }

  private static Unheard unheard(String goods) {
    return new Unheard(goods, CAUSE);
  }

  @Test
  void ofGoodsAllIsToldRefusedAndCounted() {
    PlaceAt older = new PlaceAt(3, Timeline.none(), CAUSE);
    PlaceAt newer = new PlaceAt(4, Timeline.none(), CAUSE);

    GoodsReply joined =
        Joined.goods(
            new GoodsReply(List.of(refusal(1)), 2, List.of(told("a")), List.of(untold("c")), Optional.of(newer)),
            new GoodsReply(List.of(refusal(5)), 3, List.of(told("b")), List.of(untold("d")), Optional.of(older)));

    assertThat(joined.told()).extracting(Told::location).containsExactly("a", "b");
    assertThat(joined.untold()).containsExactly(untold("c"), untold("d"));
    assertThat(joined.refusals()).containsExactly(refusal(1), refusal(5));
    assertThat(joined.duplicates()).isEqualTo(5);
    assertThat(joined.place()).contains(newer);
  }

  @Test
  void ofALocationAllIsProvenRefusedAndCounted() {
    LocationReply joined =
        Joined.location(
            new LocationReply(List.of(refusal(1)), 2, List.of(evidence("a")), true, List.of(unheard("c"))),
            new LocationReply(List.of(refusal(5)), 3, List.of(evidence("b")), false, List.of(unheard("d"))));

    assertThat(joined.evidence()).containsExactly(evidence("a"), evidence("b"));
    assertThat(joined.refusals()).containsExactly(refusal(1), refusal(5));
    assertThat(joined.duplicates()).isEqualTo(5);
    assertThat(joined.moreEvidence()).isTrue();
    assertThat(joined.unheard()).containsExactly(unheard("c"), unheard("d"));
  }
}
