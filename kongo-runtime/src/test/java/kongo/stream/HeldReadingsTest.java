package kongo.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kongo.location.DeferralHint;
import kongo.location.Reading;
import kongo.location.SeriesKey;
import kongo.stream.HeldReadings.Delivery;
import kongo.violation.Correction;
import kongo.violation.Source;
import org.junit.jupiter.api.Test;

/** When readings go to their Location, and what may be committed then. */
class HeldReadingsTest {

  private static final HoldLimits LIMITS = new HoldLimits(1_000, 5_000, 2, 3, 10);
  private static final DeferralHint UP_TO_EIGHT = new DeferralHint(upTo(8), Long.MAX_VALUE, 1);

  private final Map<String, DeferralHint> known = new HashMap<>(Map.of("truck", UP_TO_EIGHT, "van", UP_TO_EIGHT));
  private final HeldReadings<String> held =
      new HeldReadings<>(new Source("sensors", 0), LIMITS, location -> Optional.ofNullable(known.get(location)));
  private long offset;

  private static Map<SeriesKey, DeferralHint.Range> upTo(double below) {
    return Map.of(new SeriesKey("temperature", ""), new DeferralHint.Range(0, 2, below));
  }

  private void take(String batch, String location, double value, long now) {
    Ticket<String> ticket = held.open(batch);
    offset++;
    held.add(ticket, location, new Reading("temperature", "", offset, value), Correction.ORIGINAL, offset, offset, now);
    held.close(ticket);
  }

  /** A harmless reading of each of so many vans, in turn, each a batch of its own; answers the vans. */
  private List<String> takeOfEachVan(int count) {
    List<String> vans = IntStream.range(0, count).mapToObj(i -> "van-" + i).toList();
    vans.forEach(van -> {
      known.put(van, UP_TO_EIGHT);
      take(van, van, 5, 0);
    });
    return vans;
  }

  private List<Delivery<String>> due(long now) {
    held.look(now);
    return held.due(10);
  }

  @Test
  void aHarmlessReadingWaitsForTheSetTime() {
    take("a", "truck", 5, 0);

    assertThat(due(999)).isEmpty();
    assertThat(due(1_000)).singleElement().satisfies(one -> assertThat(one.matters()).isFalse());
  }

  @Test
  void ofManyLocationsThoseGoFirstThatHaveWaitedLongest() {
    takeOfEachVan(5);
    take("next", "truck", 5, 900);

    assertThat(due(1_000)).extracting(Delivery::location).containsExactly("van-0", "van-1");
    assertThat(due(1_400)).isEmpty();
    assertThat(due(1_500)).extracting(Delivery::location).containsExactly("van-2");
    take("last", "truck", 5, 4_900);
    assertThat(due(5_000)).extracting(Delivery::location).containsExactly("van-3", "van-4", "truck");
  }

  @Test
  void nothingWaitsLongerThanTheLongestTime() {
    List<String> vans = takeOfEachVan(5);
    take("next", "truck", 5, 4_900);

    assertThat(due(5_000)).extracting(Delivery::location).containsExactlyElementsOf(vans);
  }

  @Test
  void nothingWaitsForOthersOnceNoneCome() {
    takeOfEachVan(5);
    take("last", "van-0", 5, 300);

    assertThat(due(1_100)).as("as many rows as a second may have").hasSize(2);
    assertThat(due(1_299)).isEmpty();
    assertThat(due(1_300)).hasSize(3);
  }

  @Test
  void whatWaitsGoesOnWaitingWhileMoreIsToCome() {
    takeOfEachVan(5);
    assertThat(due(999)).isEmpty();

    held.expectMore(999);

    assertThat(due(1_000)).as("as many rows as a second may have").hasSize(2);
    assertThat(due(1_300)).isEmpty();
    assertThat(due(1_999)).as("it has not come").hasSize(3);
  }

  @Test
  void aReadingThatMayMatterGoesAtOnceWithAllThatWaits() {
    take("a", "truck", 5, 0);
    take("b", "truck", 9, 1);

    assertThat(due(1)).singleElement().satisfies(one -> assertThat(one.readings().offsets()).containsExactly(1, 2));
  }

  @Test
  void nothingWaitsForALocationOfWhichNothingIsKnown() {
    take("a", "elsewhere", 5, 0);

    assertThat(due(0)).hasSize(1);
  }

  @Test
  void whatWaitsGoesWhenItMattersToGoodsThatHaveCome() {
    take("a", "truck", 5, 0);
    known.put("truck", new DeferralHint(upTo(4), Long.MAX_VALUE, 2));

    assertThat(due(1)).singleElement().satisfies(one -> assertThat(one.matters()).isTrue());
  }

  @Test
  void whatWaitsGoesWhenItMayProveTheExpiryOfGoodsThatHaveCome() {
    take("a", "truck", 5, 0);
    known.put("truck", new DeferralHint(upTo(8), 1, 2));

    assertThat(due(1)).hasSize(1);
  }

  @Test
  void whatWaitsGoesWhenNothingIsKnownOfTheLocationAnyMore() {
    take("a", "truck", 5, 0);
    known.remove("truck");

    assertThat(due(1)).hasSize(1);
  }

  @Test
  void whatIsHarmlessToGoodsThatHaveComeGoesOnWaiting() {
    take("a", "truck", 5, 0);
    known.put("truck", new DeferralHint(upTo(6), Long.MAX_VALUE, 2));
    assertThat(due(1)).isEmpty();

    take("b", "truck", 7, 2);

    assertThat(due(2)).singleElement().satisfies(one -> assertThat(one.readings().offsets()).containsExactly(1, 2));
  }

  @Test
  void aReadingThatMayProveAnExpiryGoesAtOnce() {
    known.put("truck", new DeferralHint(UP_TO_EIGHT.ranges(), 1, 1));
    take("a", "truck", 5, 0);

    assertThat(due(0)).hasSize(1);
  }

  @Test
  void oneDeliveryAfterTheOtherGoesToALocation() {
    take("a", "truck", 9, 0);
    Delivery<String> first = due(0).get(0);
    take("b", "truck", 9, 0);

    assertThat(due(5_000)).isEmpty();
    held.delivered(first);
    assertThat(due(5_000)).hasSize(1);
  }

  @Test
  void noMoreGoTogetherThanOneRowShouldHold() {
    for (int i = 0; i < 7; i++) {
      take("batch-" + i, "truck", 5, 0);
    }

    Delivery<String> first = due(0).get(0);
    assertThat(first.readings().size()).isEqualTo(3);
    held.delivered(first);
    Delivery<String> second = due(0).get(0);
    assertThat(second.readings().offsets()).containsExactly(4, 5, 6);
    held.delivered(second);
    assertThat(due(0)).singleElement().satisfies(rest -> assertThat(rest.readings().size()).isEqualTo(1));
  }

  @Test
  void aBatchIsSettledWithAllBeforeItOnly() {
    take("a", "truck", 5, 0);
    take("b", "van", 9, 0);
    held.delivered(due(0).get(0));

    assertThat(held.settled()).isEmpty();
    held.delivered(due(1_000).get(0));
    assertThat(held.isAtRest()).isTrue();
    assertThat(held.settled()).contains("b");
  }

  @Test
  void whatHasWaitedLongestMakesRoomWhenTheWindowIsFull() {
    takeOfEachVan(11);

    assertThat(held.hasRoom()).isFalse();
    Delivery<String> first = due(0).get(0);
    assertThat(first.location()).isEqualTo("van-0");
    assertThat(due(0)).as("one is on its way").isEmpty();
    held.delivered(first);
    assertThat(held.hasRoom()).as("one was too little").isFalse();
    Delivery<String> second = due(0).get(0);
    assertThat(second.location()).isEqualTo("van-1");
    held.delivered(second);
    assertThat(held.hasRoom()).isTrue();
    assertThat(due(0)).isEmpty();
  }

  @Test
  void everythingGoesAtTheEnd() {
    take("a", "truck", 5, 0);
    held.closeAll();

    assertThat(due(0)).hasSize(1);
    assertThat(held.isAtRest()).isFalse();
  }
}
