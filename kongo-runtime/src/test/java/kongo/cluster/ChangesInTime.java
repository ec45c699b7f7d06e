package kongo.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import kongo.goods.GoodsAt;
import kongo.location.LocationCommand;
import kongo.location.LocationCommand.TakeGoods;
import kongo.location.LocationCommand.TakePlace;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.SmallWorld;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;

/** Goods and places of a small world become something else in the course of time: what Locations hear of them says so. */
final class ChangesInTime {

  /** The grid of event times. */
  static final long TICK = 600_000;

  private static final int TICKS = 16;
  private static final List<String> CATEGORIES = List.of("A", "B", "C");

  private final SmallWorld world;
  private final long first;

  ChangesInTime(SmallWorld world) {
    this.world = world;
    this.first = times(world).min().orElse(0);
  }

  long anyTime(Random random) {
    return first + (random.nextInt(TICKS) - 1) * TICK + (random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0);
  }

  private static LongStream times(SmallWorld world) {
    return world.records().stream().flatMapToLong(one ->
        one instanceof OfReading reading ? LongStream.of(reading.reading().time())
            : one instanceof OfMove move ? LongStream.of(move.move().time()) : LongStream.empty());
  }

  LocationCommand heard(LocationCommand command) {
    if (command instanceof TakeGoods words) {
      return new TakeGoods(words.goods().stream().map(this::changing).toList(), words.mayWait());
    }
    return command instanceof TakePlace word ? new TakePlace(changing(word.place())) : command;
  }

  private GoodsAt changing(GoodsAt word) {
    return new GoodsAt(
        word.goods(), word.version(), word.previous(), word.from(), word.earlierTo(), goods(word), word.stays(), word.expiry(), word.cause());
  }

  /** Always the same of what is the same. */
  private Timeline<GoodsProfile> goods(GoodsAt word) {
    Random random = new Random(world.seed() ^ word.goods().hashCode() ^ word.profile().hashCode());
    Timeline<GoodsProfile> profile = word.profile().map(ChangesInTime::thatNeverExpires);
    for (int i = random.nextInt(4); i > 0; i--) {
      profile = profile.from(anyTime(random), random.nextInt(4) == 0 ? Optional.empty() : Optional.of(anyGoods(random, word)));
    }
    return profile;
  }

  private static GoodsProfile anyGoods(Random random, GoodsAt word) {
    List<String> was = word.profile().last().map(GoodsProfile::categories).orElse(List.of());
    List<String> categories = random.nextInt(3) == 0 ? List.of(CATEGORIES.get(random.nextInt(CATEGORIES.size()))) : was;
    return new GoodsProfile(random.nextInt(5) * 1_000L, categories, GoodsProfile.NEVER);
  }

  /** Of that the Goods itself has another opinion. */
  private static GoodsProfile thatNeverExpires(GoodsProfile profile) {
    return new GoodsProfile(profile.weightGrams(), profile.categories(), GoodsProfile.NEVER);
  }

  private PlaceAt changing(PlaceAt word) {
    Random random = new Random(world.seed() ^ word.profile().hashCode());
    Optional<PlaceProfile> last = word.profile().last();
    Timeline<PlaceProfile> profile = word.profile();
    for (int i = last.isPresent() ? random.nextInt(4) : 0; i > 0; i--) {
      profile = profile.from(anyTime(random), random.nextInt(4) == 0 ? Optional.empty() : Optional.of(anyPlace(random, last.get().type())));
    }
    return new PlaceAt(word.version(), word.type(), profile, word.cause());
  }

  private static PlaceProfile anyPlace(Random random, PlaceType type) {
    boolean isLimited = type == PlaceType.TRUCK && random.nextInt(3) > 0;
    return new PlaceProfile(type, "", random.nextInt(2), 0, List.of(), isLimited ? random.nextInt(12) * 1_000L : PlaceProfile.UNLIMITED);
  }
}
