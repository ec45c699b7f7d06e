package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationCommand.FindExpired;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Decision;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** A Location tells its Goods that their time has come: a page at a time, and until they say that they know. */
class ExpiryEvidenceTest {

  private static final Source SENSORS = new Source("kongo.sensors", 0);
  private static final Cause MOVE = new Cause("kongo.rfid", 0, 1, 1);
  private static final int PAGE = 2;

  private final RuleIndex rules = new RuleIndex(RuleBooks.shipped());
  private final LocationSettings settings = new LocationSettings(1_000_000, 100, PAGE);
  private LocationState location = LocationState.empty("w", rules, settings);

  @Test
  void aRaisedUseByTimeIsWatchedWhateverWasSaidOfTheOldOne() {
    tell(word("g", 1, 1_000, false));
    assertThat(read(1_500).evidence()).extracting(ExpiryEvidence::goods).containsExactly("g");
    tell(word("g", 2, 2_000, false));
    assertThat(read(1_600).evidence()).isEmpty();
    assertThat(read(2_500).evidence()).extracting(ExpiryEvidence::goods).containsExactly("g");
  }

  @Test
  void whoKnowsIsNotToldAgainNotEvenAfterARecovery() {
    tell(word("g", 1, 1_000, false));
    read(1_500);
    tell(word("g", 2, 1_000, true));
    location = LocationState.restore("w", rules, settings, location.snapshot());
    assertThat(read(1_600).evidence()).isEmpty();
  }

  @Test
  void anOvertakenWordThatItDoesNotKnowChangesNothing() {
    tell(word("g", 2, 1_000, true));
    tell(word("g", 1, 1_000, false));
    assertThat(read(1_500).evidence()).isEmpty();
  }

  @Test
  void manyOfOneUseByTimeAreToldPageByPage() {
    for (int i = 0; i < 5; i++) {
      tell(word("g" + i, 1, 1_000, false));
    }
    List<String> told = new ArrayList<>();
    LocationReply reply = read(1_500);
    while (!reply.evidence().isEmpty()) {
      assertThat(reply.evidence()).hasSizeLessThanOrEqualTo(PAGE);
      assertThat(reply.moreEvidence()).isEqualTo(told.size() + reply.evidence().size() < 5);
      reply.evidence().forEach(one -> told.add(one.goods()));
      tell(reply.evidence().stream().map(one -> word(one.goods(), 2, 1_000, true)).toArray(GoodsAt[]::new));
      reply = take(new FindExpired(MOVE));
    }
    assertThat(told).containsExactly("g0", "g1", "g2", "g3", "g4");
  }

  @Test
  void aWordIsAnsweredWithEvidenceForItsOwnGoodsOnly() {
    tell(word("g", 1, 1_000, false));
    read(1_500);
    assertThat(tell(word("h", 1, 3_000, false)).evidence()).isEmpty();
    assertThat(tell(word("i", 1, 1_200, false)).evidence()).extracting(ExpiryEvidence::goods).containsExactly("i");
  }

  private LocationReply read(long time) {
    long[] one = {time};
    return take(
        new TakeReadings(
            new ReadingBatch(SENSORS, List.of(new SeriesKey("m", "")), new int[1], one, new double[] {1}, one, one)));
  }

  private LocationReply tell(GoodsAt... words) {
    return take(new TakeGoods(List.of(words)));
  }

  private LocationReply take(LocationCommand command) {
    Decision<LocationEvent> decision = location.decide(command, History.EMPTY);
    decision
        .event()
        .ifPresent(
            event -> {
              location.apply(location.version() + 1, event);
              location.effects(History.EMPTY);
            });
    return location.reply(command, decision);
  }

  private static GoodsAt word(String goods, long version, long useBy, boolean expiryKnown) {
    Stay here = new Stay("w", PlaceType.WAREHOUSE, 0, Stay.OPEN);
    return GoodsAt.whole(goods, version, new GoodsProfile(0, List.of(), useBy), List.of(here), expiryKnown, MOVE);
  }
}
