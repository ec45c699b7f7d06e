package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationEvent.PlaceSeen;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Decision;
import org.junit.jupiter.api.Test;

/** A word of a Goods was given up: the Location says so with each later one, keeps few of them, and is mended. */
class MissingWordsTest {

  private static final int APART = 2;
  private static final long RETENTION = 1_000_000;
  private static final Cause CAUSE = new Cause("kongo.rfid", 0, 7, 70);

  private final LocationState location =
      LocationState.empty(
          "w", new RuleIndex(RuleBooks.original()), new LocationSettings(RETENTION, RETENTION, 100, 1, 10, APART, 2));

  MissingWordsTest() {
    PlaceProfile house = new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED);
    location.apply(1, new PlaceSeen(new PlaceAt(0, Timeline.always(house), CAUSE)));
    location.effects(History.EMPTY);
  }

  @Test
  void anEarlierWordThatIsMissingIsNamedWithTheNext() {
    assertThat(tell(word(1, 0)).unheard()).isEmpty();
    assertThat(tell(word(3, 2)).unheard()).containsExactly(new Unheard("g", CAUSE));
    assertThat(tell(word(2, 1)).unheard()).as("the one that was missing").isEmpty();
  }

  @Test
  void noMoreWordsAreKeptApartThanMayBe() {
    tell(word(1, 0));
    for (int version = 3; version < 50; version++) {
      assertThat(tell(word(version, version - 1)).unheard()).as("version %d", version).containsExactly(new Unheard("g", CAUSE));
    }
    assertThat(known().ahead()).hasSize(APART);
  }

  @Test
  void whatWasNotTakenIsMendedWhenEverythingIsSaidAgain() {
    tell(word(1, 0));
    for (int version = 3; version < 9; version++) {
      tell(word(version, version - 1));
    }
    assertThat(tell(word(8, 0)).unheard()).isEmpty();
    assertThat(known().ahead()).isEmpty();
    assertThat(known().complete()).isEqualTo(8);
    assertThat(known().stays()).extracting(Stay::from).containsExactly(80L);
    assertThat(tell(word(9, 8)).unheard()).isEmpty();
  }

  @Test
  void ofAGoodsThatIsNotKnownNothingIsKeptUntilItHasSaidEverything() {
    assertThat(tell(word(3, 2)).unheard()).containsExactly(new Unheard("g", CAUSE));
    assertThat(tell(word(3, 2)).unheard()).as("the same again").containsExactly(new Unheard("g", CAUSE));
    assertThat(location.snapshot().goods()).isEmpty();
    assertThat(tell(word(4, 0)).unheard()).isEmpty();
    assertThat(known().complete()).isEqualTo(4);
  }

  private GoodsHere known() {
    return location.snapshot().goods().get(0);
  }

  /** All stays from that time on: one, which lasts. */
  private static GoodsAt word(long version, long previous) {
    long from = previous == 0 ? Long.MIN_VALUE : version * 10;
    Stay stay = new Stay("w", PlaceType.WAREHOUSE, version * 10, Stay.OPEN);
    return new GoodsAt("g", version, previous, from, Opening.NEVER, Timeline.none(), List.of(stay), Expiry.UNKNOWN, CAUSE);
  }

  private LocationReply tell(GoodsAt word) {
    TakeGoods command = new TakeGoods(List.of(word));
    Decision<LocationEvent> decision = location.decide(command, History.EMPTY);
    decision.event().ifPresent(event -> {
      location.apply(location.version() + 1, event);
      location.effects(History.EMPTY);
    });
    return location.reply(command, decision);
  }
}
