package kongo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kongo.goods.Stay;
import kongo.goods.StaysKnown;

/**
 * How the published stays differ from the expected ones. Of times of which nothing is known any more nothing is said.
 *
 * @param lost Goods that were somewhere, and of which nothing is published
 * @param invented Goods that were nowhere, and of which stays are published
 * @param wrong both, but other stays; in words
 */
public record StaysDifference(List<String> lost, List<String> invented, List<String> wrong) {

  public static final StaysDifference NONE = new StaysDifference(List.of(), List.of(), List.of());

  /** @param expected without Goods that were nowhere */
  static StaysDifference between(Map<String, List<Stay>> expected, Map<String, StaysKnown> published) {
    StaysDifference difference = new StaysDifference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    expected.forEach((goods, should) -> difference.expect(goods, should, published.get(goods)));
    published.forEach((goods, is) -> {
      if (!expected.containsKey(goods) && !is.stays().isEmpty()) {
        difference.invented.add(goods);
      }
    });
    return difference;
  }

  private void expect(String goods, List<Stay> should, StaysKnown is) {
    if (is == null) {
      lost.add(goods);
      return;
    }
    List<Stay> stillKnown = should.stream().filter(stay -> stay.to() >= is.from()).toList();
    if (!stillKnown.equals(is.stays())) {
      wrong.add(goods + " expected at " + stillKnown + " but observed at " + is.stays());
    }
  }

  public boolean isNone() {
    return lost.isEmpty() && invented.isEmpty() && wrong.isEmpty();
  }
}
