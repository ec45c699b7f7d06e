package kongo.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sizes of a world are compared.
 *
 * @param goods numbers of Goods, each in {@code atLocations} locations
 * @param locations numbers of locations, each with {@code atGoods} Goods
 */
public record GrowthSettings(List<Integer> goods, List<Integer> locations, int atGoods, int atLocations) {

  /** One size of a world. */
  record Size(int goods, int locations) {}

  public GrowthSettings {
    goods = List.copyOf(goods);
    locations = List.copyOf(locations);
    if (goods.isEmpty() && locations.isEmpty()) {
      throw new IllegalArgumentException("--goods or --locations must name a number at least");
    }
  }

  /** Those of both rows, each once. */
  List<Size> sizes() {
    Set<Size> sizes = new LinkedHashSet<>();
    goods.forEach(each -> sizes.add(new Size(each, atLocations)));
    locations.forEach(each -> sizes.add(new Size(atGoods, each)));
    return new ArrayList<>(sizes);
  }
}
