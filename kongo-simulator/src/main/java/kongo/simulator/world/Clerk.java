package kongo.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.Registration;
import kongo.simulator.RecordSink;

/** Tells the registry anew what is known already: from now on, since a while ago, from soon on, since ever, or nothing any more. */
final class Clerk {

  private static final long SINCE_EVER = 0;
  private static final String DELICATE = "MEDICINAL";
  private static final double LESS = 0.5;

  private final SplittableRandom random;
  private final long span;

  /** @param stay how long Goods are at one place, about, in milliseconds */
  Clerk(SplittableRandom random, long stay) {
    this.random = random;
    this.span = Math.max(1, stay);
  }

  void change(long now, RecordSink sink, Freight goods) {
    GoodsProfile known = goods.profile();
    switch (random.nextInt(5)) {
      case 0 -> sink.registerFrom(now, goods.id, heavier(known), now);
      case 1 -> sink.registerFrom(now, goods.id, delicate(known), now - random.nextLong(span));
      case 2 -> sink.registerFrom(now, goods.id, expiring(known, now), now + random.nextLong(span));
      case 3 -> sink.registerFrom(now, goods.id, delicate(known), SINCE_EVER);
      default -> sink.register(now, goods.id, Registration.DELETED);
    }
  }

  /** It may carry less from now on. */
  void limit(long now, RecordSink sink, Site truck) {
    sink.registerFrom(now, truck.id, truck.profile(Math.round(LESS * truck.maxWeightGrams)), now);
  }

  /** It may carry again what it could. */
  void unlimit(long now, RecordSink sink, Site truck) {
    PlaceProfile own = truck.profile();
    sink.registerFrom(now, truck.id, own, now);
  }

  private static GoodsProfile heavier(GoodsProfile known) {
    return new GoodsProfile(2 * known.weightGrams(), known.categories(), known.useBy(), known.route());
  }

  private static GoodsProfile delicate(GoodsProfile known) {
    List<String> categories = new ArrayList<>(known.categories());
    categories.add(DELICATE);
    return new GoodsProfile(known.weightGrams(), categories, known.useBy(), known.route());
  }

  private static GoodsProfile expiring(GoodsProfile known, long now) {
    return new GoodsProfile(known.weightGrams(), known.categories(), now, known.route());
  }
}
