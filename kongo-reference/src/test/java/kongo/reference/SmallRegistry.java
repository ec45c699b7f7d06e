package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;

/** Profiles for small worlds: present, missing, changing, deleted, of a changed type. */
final class SmallRegistry {

  private static final List<Long> WEIGHTS =
      List.of(0L, 1L, 100L, 200L, 200L, 499L, 500L, 500L, 501L, 1000L, 1000L, 1001L);
  private static final List<Long> MAX_WEIGHTS =
      List.of(PlaceProfile.UNLIMITED, 0L, 300L, 300L, 600L, 1000L, 1500L, 2000L);

  private final Random random;
  private final LongSupplier anyTime;

  SmallRegistry(Random random, LongSupplier anyTime) {
    this.random = random;
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
      registrations.add(chance(12) ? goods() : chance(10) ? Registration.DELETED : place(asTruck));
    }
    return registrations;
  }

  private int count() {
    return chance(6) ? 0 : chance(3) ? 2 + random.nextInt(2) : 1;
  }

  private GoodsProfile goods() {
    List<String> categories = Stream.of("A", "B", "C").filter(category -> chance(2)).toList();
    return new GoodsProfile(any(WEIGHTS), categories, useBy());
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
