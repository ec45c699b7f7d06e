package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.violation.Cause;
import org.junit.jupiter.api.Test;

/** Words of one Goods at one Location, in whatever order. */
class GoodsHereTest {

  private static final GoodsAt COMES = word(1, 0, 10, stay(10, Stay.OPEN));
  private static final GoodsAt LEAVES = word(2, 1, 20);
  private static final GoodsAt COMES_AGAIN = word(4, 2, 30, stay(30, Stay.OPEN));
  private static final GoodsAt LEFT_EARLIER = word(7, 4, 15, stay(30, Stay.OPEN));
  private static final List<GoodsAt> WORDS = List.of(COMES, LEAVES, COMES_AGAIN, LEFT_EARLIER);

  @Test
  void eachWordCountsFromItsTimeOn() {
    assertThat(hearing(COMES).stays()).containsExactly(stay(10, Stay.OPEN));
    assertThat(hearing(COMES, LEAVES).stays()).containsExactly(stay(10, 20));
    assertThat(hearing(COMES, LEAVES, COMES_AGAIN).stays()).containsExactly(stay(10, 20), stay(30, Stay.OPEN));
  }

  @Test
  void neitherOrderNorRepetitionMatters() {
    Random random = new Random(1);
    GoodsHere inOrder = hearing(WORDS.toArray(GoodsAt[]::new));
    for (int i = 0; i < 1_000; i++) {
      List<GoodsAt> words = new ArrayList<>(WORDS);
      IntStream.range(0, random.nextInt(4)).forEach(n -> words.add(WORDS.get(random.nextInt(WORDS.size()))));
      Collections.shuffle(words, random);

      assertThat(hearing(words.toArray(GoodsAt[]::new))).as("%s", words).isEqualTo(inOrder);
    }
    assertThat(inOrder.stays()).containsExactly(stay(10, 15), stay(30, Stay.OPEN));
  }

  @Test
  void nothingOfAWordIsKeptOnceAllBeforeItAreHeard() {
    assertThat(hearing(COMES, COMES_AGAIN).ahead()).hasSize(1);
    assertThat(hearing(COMES, COMES_AGAIN, LEAVES).ahead()).isEmpty();
    assertThat(hearing(COMES, COMES_AGAIN, LEAVES).complete()).isEqualTo(4);
  }

  @Test
  void aWordThatIsSaidAgainLaterMakesUpForALostOne() {
    GoodsAt leavesSaidAgain = word(4, 1, 20, stay(30, Stay.OPEN));

    GoodsHere heard = hearing(COMES, COMES_AGAIN, leavesSaidAgain);

    assertThat(heard).isEqualTo(hearing(COMES, LEAVES, COMES_AGAIN));
    assertThat(heard.isNews(LEAVES)).isFalse();
  }

  @Test
  void staysThatMeetAreOne() {
    GoodsAt neverLeft = word(3, 2, 20, stay(10, Stay.OPEN));

    assertThat(hearing(COMES, LEAVES, neverLeft).stays()).containsExactly(stay(10, Stay.OPEN));
  }

  @Test
  void aWordAboutTheGoodsItselfLeavesTheStays() {
    GoodsProfile heavy = new GoodsProfile(1_000, List.of(), GoodsProfile.NEVER);
    GoodsAt heavier = new GoodsAt("g", 3, 2, Stay.OPEN, Opening.NEVER, Timeline.always(heavy), List.of(), Expiry.UNKNOWN, new Cause("registry", 0, 1, 1));

    GoodsHere heard = hearing(COMES, heavier, LEAVES);

    assertThat(heard.lastProfile()).isEqualTo(heavy);
    assertThat(heard.stays()).containsExactly(stay(10, 20));
    assertThat(heard.complete()).isEqualTo(3);
  }

  @Test
  void ofWhatItWasOnlyThatIsKeptWhichMattersHere() {
    GoodsProfile light = new GoodsProfile(1, List.of(), GoodsProfile.NEVER);
    GoodsProfile heavy = new GoodsProfile(1_000, List.of(), GoodsProfile.NEVER);
    Timeline<GoodsProfile> changed = Timeline.always(heavy).from(10, Optional.of(light)).from(15, Optional.of(heavy));
    GoodsAt all = new GoodsAt("g", 3, 2, Stay.OPEN, Opening.NEVER, changed, List.of(), Expiry.UNKNOWN, new Cause("registry", 0, 1, 1));

    assertThat(hearing(COMES, LEAVES, all).profile()).isEqualTo(Timeline.always(light).from(15, Optional.of(heavy)));
    assertThat(hearing(COMES, all).profile()).as("a word is missing").isEqualTo(changed);
    assertThat(hearing(COMES, all, LEAVES).profile()).isEqualTo(Timeline.always(light).from(15, Optional.of(heavy)));
  }

  @Test
  void thatItIsAGoodsIsKeptThoughNothingIsSaidOfItAnyMore() {
    Timeline<GoodsProfile> deleted = Timeline.always(GoodsProfile.NONE).from(10, Optional.empty());
    GoodsAt all = new GoodsAt("g", 3, 0, Stay.OPEN, Opening.NEVER, deleted, List.of(), Expiry.UNKNOWN, new Cause("registry", 0, 1, 1));

    assertThat(hearing(all).isGoods()).isTrue();
    assertThat(hearing(COMES).isGoods()).isFalse();
  }

  private static GoodsHere hearing(GoodsAt... words) {
    return Arrays.stream(words).reduce(GoodsHere.unknown("g"), GoodsHere::hearing, (a, b) -> b);
  }

  private static GoodsAt word(long version, long previous, long from, Stay... stays) {
    Cause cause = new Cause("rfid", 0, version, version);
    return new GoodsAt("g", version, previous, from, Opening.NEVER, Timeline.none(), List.of(stays), Expiry.UNKNOWN, cause);
  }

  private static Stay stay(long from, long to) {
    return new Stay("w", PlaceType.WAREHOUSE, from, to);
  }
}
