package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kongo.Allocation;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.location.LocationCommand.TakeGoods;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Revision;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** Many Goods at one place of which none may be with another. */
class CrowdTest {

  private static final Cause CAUSE = new Cause("test", 0, 0, 0);
  private static final GoodsProfile HAZARDOUS = new GoodsProfile(1, List.of("HAZARDOUS"), GoodsProfile.NEVER);
  private static final int CROWD = 2_000;
  private static final int WORDS = 20;
  private static final int NAMED = 10;

  private final LocationState truck =
      LocationState.empty("truck-1", new RuleIndex(RuleBooks.original()), new LocationSettings(Long.MAX_VALUE, 100));

  @Test
  void oneMoreOfACrowdCostsSomethingForEachNotForEachPair() {
    double times = 8;
    long few = Allocation.bytesOf(() -> oneMoreOf(200));
    long many = Allocation.bytesOf(() -> oneMoreOf((int) (200 * times)));
    System.out.printf("One more hazardous Goods beside 200 and 1,600: %,d and %,d bytes%n", few, many);
    assertThat(many / times).isLessThan(few * 2.0);
  }

  private static Runnable oneMoreOf(int crowd) {
    CrowdTest place = new CrowdTest();
    place.take(new TakeGoods(IntStream.range(0, crowd).mapToObj(number -> word(10 * number)).toList()));
    AtomicInteger next = new AtomicInteger(crowd / 2);
    return () -> place.take(new TakeGoods(List.of(word(10 * next.incrementAndGet() + 1))));
  }

  @Test
  void eachIsToldOfTheOthersWhateverTheOrderInWhichTheyAreHeardOf() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, CROWD).boxed().toList());
    Collections.shuffle(order, new Random(1));
    Map<String, Violation> known = new TreeMap<>();
    for (int i = 0; i < CROWD; i += WORDS) {
      List<GoodsAt> words = order.subList(i, Math.min(CROWD, i + WORDS)).stream().map(CrowdTest::word).toList();
      for (Revision revision : take(new TakeGoods(words))) {
        known.put(revision.violation().id(), revision.violation());
      }
    }

    for (int number = 1; number < CROWD; number++) {
      String id = id(number) + "/hazard-alone/truck-1/-/" + number;
      List<String> before = IntStream.range(0, number).limit(NAMED).mapToObj(CrowdTest::id).toList();
      assertThat(known.get(id).others()).as(id).isEqualTo(before);
    }
    assertThat(known.get(id(0) + "/hazard-alone/truck-1/-/1").others()).containsExactly(id(1));
  }

  private static GoodsAt word(int number) {
    return GoodsAt.whole(id(number), 1, HAZARDOUS, List.of(new Stay("truck-1", PlaceType.TRUCK, number, Stay.OPEN)), Expiry.UNKNOWN, CAUSE);
  }

  private static String id(int number) {
    return "goods-%06d".formatted(number);
  }

  private List<Revision> take(LocationCommand command) {
    truck.apply(truck.version() + 1, truck.decide(command, History.EMPTY).event().orElseThrow());
    return truck.effects(History.EMPTY);
  }
}
