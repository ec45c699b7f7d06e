package kongo.location;

import java.util.List;
import java.util.Optional;
import kongo.excursion.Steps;
import kongo.excursion.Values;
import kongo.registry.GoodsProfile;

/** A number that follows from who is at a Location, and what each Goods adds to it while it is there. */
sealed interface Level {

  /** Name in rules. */
  String metric();

  /** What one Goods adds. */
  long of(GoodsProfile profile);

  /**
   * Its values over time as they are seen.
   *
   * @param goods by whom; empty: by the Location itself
   */
  Values seen(Steps steps, Optional<GoodsHere> goods);

  /** Whom to name besides {@code subject} when it breaks a rule from this time on. */
  List<String> others(Presence.View presence, long time, String subject);

  /** In grams. */
  record Weight() implements Level {

    @Override
    public String metric() {
      return "load.weight";
    }

    @Override
    public long of(GoodsProfile profile) {
      return profile.weightGrams();
    }

    @Override
    public Values seen(Steps steps, Optional<GoodsHere> goods) {
      return steps.weights(goods.isPresent());
    }

    @Override
    public List<String> others(Presence.View presence, long time, String subject) {
      return List.of();
    }
  }

  /** How many Goods. */
  record Count() implements Level {

    @Override
    public String metric() {
      return "load.count";
    }

    @Override
    public long of(GoodsProfile profile) {
      return 1;
    }

    @Override
    public Values seen(Steps steps, Optional<GoodsHere> goods) {
      return steps.counts(goods.isPresent(), 0);
    }

    @Override
    public List<String> others(Presence.View presence, long time, String subject) {
      return List.of();
    }
  }

  /** How many Goods of a category; one of them does not count itself. */
  record Carriers(String category) implements Level {

    private static final int MOST_OTHERS = 10;

    @Override
    public String metric() {
      return "aboard." + category;
    }

    @Override
    public long of(GoodsProfile profile) {
      return profile.categories().contains(category) ? 1 : 0;
    }

    @Override
    public Values seen(Steps steps, Optional<GoodsHere> goods) {
      return steps.counts(goods.isPresent(), goods.map(one -> (int) of(one.profile())).orElse(0));
    }

    @Override
    public List<String> others(Presence.View presence, long time, String subject) {
      return presence.others(category, time, subject, MOST_OTHERS);
    }
  }
}
