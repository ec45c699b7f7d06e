package kongo.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.excursion.Band;
import kongo.excursion.LastingUpTo;
import kongo.excursion.LastingValues;
import kongo.excursion.Steps;
import kongo.excursion.Values;
import kongo.registry.GoodsProfile;
import kongo.registry.Timeline;

/** A number that follows from who is at a Location, and what each Goods adds to it while it is there. */
sealed interface Level {

  /** Name in rules. */
  String metric();

  /** What one Goods adds. */
  long of(GoodsProfile profile);

  /** The same of one that is or was here: a Goods is not aboard of itself. */
  default List<Amount> over(GoodsHere goods) {
    return goods.isAtItself() ? Amount.NOTHING : over(goods.profile());
  }

  /** What one Goods adds from when on: the first since ever, neighbours differ. */
  default List<Amount> over(Timeline<GoodsProfile> profile) {
    List<Amount> amounts = new ArrayList<>(profile.parts().size());
    for (Timeline.Part<GoodsProfile> part : profile.parts()) {
      long amount = of(part.value().orElse(GoodsProfile.NONE));
      if (amounts.isEmpty() || amounts.get(amounts.size() - 1).amount() != amount) {
        amounts.add(new Amount(part.from(), amount));
      }
    }
    return amounts;
  }

  /** What is added from a time on, up to the next one. */
  record Amount(long from, long amount) {

    static final List<Amount> NOTHING = List.of(new Amount(Timeline.EVER, 0));
  }

  /**
   * Its values over time as they are seen.
   *
   * @param goods by whom; empty: by the Location itself
   * @param clock what would change it later does not count yet
   */
  Values seen(Presence.View presence, Optional<GoodsHere> goods, long clock);

  /** The same without what does not count yet. */
  private static LastingValues upTo(long clock, Steps steps, LastingValues values) {
    return steps.changesAfter(clock) ? new LastingUpTo(values, clock) : values;
  }

  /**
   * All the ways in which they are seen by those of whom the level never changes.
   *
   * @param ofGoods by Goods; else by the Location itself
   * @param clock what would change them later does not count yet
   */
  default List<LastingValues> views(Steps steps, boolean ofGoods, long clock) {
    return List.of(upTo(clock, steps, steps.counts(ofGoods, 0)));
  }

  /** How far outside a band a value is, as rules count that raise the severity by it. */
  default double distance(Band band, double value) {
    return band.distance(value);
  }

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
    public Values seen(Presence.View presence, Optional<GoodsHere> goods, long clock) {
      Steps steps = presence.steps(this);
      return upTo(clock, steps, steps.weights(goods.isPresent()));
    }

    @Override
    public List<LastingValues> views(Steps steps, boolean ofGoods, long clock) {
      return List.of(upTo(clock, steps, steps.weights(ofGoods)));
    }

    @Override
    public double distance(Band band, double value) {
      return band.distanceOfWeight(value);
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
    public Values seen(Presence.View presence, Optional<GoodsHere> goods, long clock) {
      Steps steps = presence.steps(this);
      return upTo(clock, steps, steps.counts(goods.isPresent(), 0));
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
    public Values seen(Presence.View presence, Optional<GoodsHere> goods, long clock) {
      List<Amount> own = goods.map(this::over).orElse(Amount.NOTHING);
      boolean isConstant = own.size() == 1;
      Steps steps = isConstant ? presence.steps(this) : presence.stepsOfOthers(this, goods.get());
      return upTo(clock, steps, steps.counts(goods.isPresent(), isConstant ? (int) own.get(0).amount() : 0));
    }

    @Override
    public List<LastingValues> views(Steps steps, boolean ofGoods, long clock) {
      LastingValues all = upTo(clock, steps, steps.counts(ofGoods, 0));
      return ofGoods ? List.of(all, upTo(clock, steps, steps.counts(true, 1))) : List.of(all);
    }

    @Override
    public List<String> others(Presence.View presence, long time, String subject) {
      return presence.others(category, time, subject, MOST_OTHERS);
    }
  }
}
