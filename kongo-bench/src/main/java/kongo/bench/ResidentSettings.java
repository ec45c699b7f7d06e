package kongo.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is held in memory.
 *
 * @param goods how many, on one fresh cluster after the other
 * @param cold how many of them are brought back
 */
public record ResidentSettings(List<Integer> goods, int locations, int cold, boolean verify, Duration patience) {

  public ResidentSettings {
    goods = List.copyOf(goods);
    if (goods.isEmpty() || goods.stream().anyMatch(each -> each < 1) || locations < 1 || cold < 1) {
      throw new IllegalArgumentException("--goods, --locations and --cold must be at least 1");
    }
  }
}
