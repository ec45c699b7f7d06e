package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.goods.Expiry;
import kongo.goods.ExpiryEvidence;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.LocationCommand.FindExpired;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakeReadings;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
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

  private final RuleIndex rules = new RuleIndex(RuleBooks.original());
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

  @Test
  void aSensorsClockCountsUpToThatOfTheBroker() {
    tell(word("g", 1, 1_000, false));
    assertThat(read(1_500, 900).evidence()).isEmpty();
    assertThat(read(1_501, 1_000).evidence()).extracting(ExpiryEvidence::time).containsExactly(1_000L);
  }

  @Test
  void whoComesOrLeavesShowsThatTimeHasCome() {
    tell(word("g", 1, 1_000, false));
    assertThat(tell(stays("h", 1, 500, 1_000)).evidence()).extracting(ExpiryEvidence::goods).containsExactly("g");
    assertThat(tell(stays("i", 1, 600, 900)).evidence()).as("another brought it there").isEmpty();
    assertThat(tell(stays("h", 1, 500, 1_000)).evidence()).as("repeated").extracting(ExpiryEvidence::goods).containsExactly("g");
  }

  @Test
  void whatWasSaidIsTakenBackWhenTheClockGoesBack() {
    tell(word("g", 1, 1_000, false));
    tell(stays("h", 1, 500, 1_000));
    tell(word("g", 2, 1_000, true));
    LocationReply reply = tell(stays("h", 2, 500, 990));
    assertThat(reply.evidence()).extracting(ExpiryEvidence::goods, ExpiryEvidence::time).containsExactly(tuple("g", 990L));
    tell(word("g", 3, 1_000, false));
    assertThat(take(new FindExpired(MOVE)).evidence()).isEmpty();
  }

  @Test
  void aGoodsThatExpiresAndIsSomethingElseLaterIsToldOfBoth() {
    tell(usedAgain(1, Long.MIN_VALUE));
    assertThat(read(1_100).evidence()).extracting(ExpiryEvidence::time).containsExactly(1_100L);
    tell(usedAgain(2, 1_100));
    assertThat(read(1_300).evidence()).isEmpty();
    assertThat(read(1_500).evidence()).extracting(ExpiryEvidence::time).containsExactly(1_500L);
    tell(usedAgain(3, 1_500));
    assertThat(read(9_000).evidence()).isEmpty();
  }

  @Test
  void aClockThatGoesBackIsToldOfWhereItMakesADifference() {
    tell(usedAgain(1, Long.MIN_VALUE));
    tell(stays("h", 1, 500, 1_600));
    tell(usedAgain(2, 1_600));
    assertThat(tell(stays("h", 2, 500, 1_550)).evidence()).isEmpty();
    assertThat(tell(stays("h", 3, 500, 1_400)).evidence()).extracting(ExpiryEvidence::time).containsExactly(1_400L);
    tell(usedAgain(3, 1_400));
    assertThat(tell(stays("h", 4, 500, 1_200)).evidence()).isEmpty();
    assertThat(tell(stays("h", 5, 500, 900)).evidence()).extracting(ExpiryEvidence::time).containsExactly(900L);
  }

  @Test
  void whatMovesProveIsNotTakenBack() {
    GoodsAt word = usedAgain(1, 1_600);
    tell(stays("h", 1, 500, 1_600));
    tell(new GoodsAt(
        word.goods(), 1, 0, word.from(), word.earlierTo(), word.profile(), word.stays(), new Expiry(1_500, 1_600), MOVE));
    assertThat(tell(stays("h", 2, 500, 900)).evidence()).isEmpty();
  }

  /** Expired from 1000 on, something else from 1500 on. */
  private static GoodsAt usedAgain(long version, long toldTime) {
    Stay here = new Stay("w", PlaceType.WAREHOUSE, 0, Stay.OPEN);
    Timeline<GoodsProfile> profile = Timeline.always(new GoodsProfile(0, List.of(), 1_000)).from(1_500, Optional.of(GoodsProfile.NONE));
    return new GoodsAt("g", version, 0, Long.MIN_VALUE, Opening.NEVER, profile, List.of(here), new Expiry(0, toldTime), MOVE);
  }

  @Test
  void theClockSurvivesARecovery() {
    tell(stays("h", 1, 500, 2_000));
    location = LocationState.restore("w", rules, settings, location.snapshot());
    assertThat(tell(word("g", 1, 1_000, false)).evidence()).extracting(ExpiryEvidence::time).containsExactly(2_000L);
  }

  private static GoodsAt stays(String goods, long version, long from, long to) {
    Stay here = new Stay("w", PlaceType.WAREHOUSE, from, to);
    return GoodsAt.whole(goods, version, GoodsProfile.NONE, List.of(here), Expiry.UNKNOWN, MOVE);
  }

  private LocationReply read(long time) {
    return read(time, time);
  }

  private LocationReply read(long time, long timestamp) {
    long[] one = {time};
    return take(
        new TakeReadings(
            ReadingBatch.ofOriginals(SENSORS, List.of(new SeriesKey("m", "")), new int[1], one, new double[] {1}, one, new long[] {timestamp})));
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
    return GoodsAt.whole(goods, version, new GoodsProfile(0, List.of(), useBy), List.of(here), new Expiry(0, expiryKnown ? useBy : Long.MIN_VALUE), MOVE);
  }
}
