package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;

/** Profiles for small worlds: present, missing, changing, deleted, of a changed type. */
final class SmallRegistry {

  /** @param from from when on it holds, if it says so */
  record Word(Registration registration, OptionalLong from) {}

  private static final List<Long> WEIGHTS =
      List.of(0L, 1L, 100L, 200L, 200L, 499L, 500L, 500L, 501L, 1000L, 1000L, 1001L);
  private static final List<Long> MAX_WEIGHTS =
      List.of(PlaceProfile.UNLIMITED, 0L, 300L, 300L, 600L, 1000L, 1500L, 2000L);

  /** Beyond all events of a small world. */
  private static final long FAR = 100 * SmallWorlds.TICK;

  private final Random random;
  private final List<String> places;
  private final LongSupplier anyTime;

  private final boolean hasLoggers;

  /** @param hasLoggers whether places of Goods are places, too */
  SmallRegistry(Random random, List<String> places, LongSupplier anyTime, boolean hasLoggers) {
    this.random = random;
    this.hasLoggers = hasLoggers;
    this.places = places;
    this.anyTime = anyTime;
  }

  List<Registration> ofGoods() {
    List<Registration> registrations = new ArrayList<>();
    for (int i = count(); i > 0; i--) {
      registrations.add(chance(12) ? place(chance(2)) : chance(10) ? Registration.DELETED : goods());
    }
    return registrations;
  }

  List<Registration> ofPlace(boolean truck) {
    List<Registration> registrations = new ArrayList<>();
    for (int i = count(); i > 0; i--) {
      boolean asTruck = chance(8) != truck;
      registrations.add(chance(12) ? ofGoodsPlace() : chance(10) ? Registration.DELETED : place(asTruck));
    }
    return registrations;
  }

  /** The same as words of their time, of which there are more. */
  List<Word> words(Supplier<List<Registration>> some) {
    List<Registration> registrations = new ArrayList<>(some.get());
    while (!registrations.isEmpty() && chance(2)) {
      registrations.addAll(some.get());
    }
    return registrations.stream().map(one -> new Word(one, from(one))).toList();
  }

  private OptionalLong from(Registration registration) {
    if (registration instanceof Registration.Deleted || chance(3)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(chance(6) ? 0 : anyTime.getAsLong() + (chance(8) ? FAR : 0));
  }

  /** A place that is registered as a Goods has no profile of a place. */
  private Registration ofGoodsPlace() {
    GoodsProfile goods = goods();
    return hasLoggers ? goods : Registration.DELETED;
  }

  private int count() {
    return chance(6) ? 0 : chance(3) ? 2 + random.nextInt(2) : 1;
  }

  private GoodsProfile goods() {
    List<String> categories = Stream.of("A", "B", "C").filter(category -> chance(2)).toList();
    return new GoodsProfile(any(WEIGHTS), categories, useBy(), chance(2) ? GoodsProfile.ANYWHERE : route());
  }

  private List<String> route() {
    List<String> some = places.stream().filter(place -> chance(2)).toList();
    return some.isEmpty() ? List.of("elsewhere") : some;
  }

  private long useBy() {
    return chance(2) ? GoodsProfile.NEVER : chance(8) ? -5 : anyTime.getAsLong();
  }

  private PlaceProfile place(boolean truck) {
    return truck
        ? new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), any(MAX_WEIGHTS))
        : new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
