package kongo.doctor.symptom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;

/** What the registry says of each id in the end. */
final class Registered {

  /** A Goods that has a profile. */
  record Goods(String id, GoodsProfile profile, RecordAt at) {}

  /** @param type of the first record that said one, for all time */
  private record Known(Optional<PlaceType> type, Registration registration, RecordAt at) {}

  private final Map<String, Known> known = new HashMap<>();
  private final Memory memory;

  private boolean isWhole = true;

  Registered(Memory memory) {
    this.memory = memory;
  }

  void take(RecordAt at, String id, Registration registration) {
    Optional<PlaceType> type = type(id);
    if (isOfOtherType(id, registration)) {
      return;
    }
    if (known.size() < memory.limits().remembered() || known.containsKey(id)) {
      known.put(id, new Known(type.or(() -> type(registration)), registration, at));
    } else {
      isWhole = false;
      memory.refuse();
    }
  }

  /** Whether it says that the id is something else than the first record of it said: such a one is refused. */
  boolean isOfOtherType(String id, Registration registration) {
    Optional<PlaceType> said = type(registration);
    return type(id).isPresent() && said.isPresent() && !said.equals(type(id));
  }

  /** What the first record of the id said that it is. */
  Optional<PlaceType> type(String id) {
    return Optional.ofNullable(known.get(id)).flatMap(Known::type);
  }

  private static Optional<PlaceType> type(Registration registration) {
    if (registration instanceof PlaceProfile place) {
      return Optional.of(place.type());
    }
    return registration instanceof GoodsProfile ? Optional.of(PlaceType.GOODS) : Optional.empty();
  }

  /** Whether all of it is known; else it cannot be said that something is not registered. */
  boolean isWhole() {
    return isWhole;
  }

  Optional<GoodsProfile> goods(String id) {
    return registration(id).filter(GoodsProfile.class::isInstance).map(GoodsProfile.class::cast);
  }

  Optional<PlaceType> place(String id) {
    return registration(id).filter(PlaceProfile.class::isInstance).map(place -> ((PlaceProfile) place).type());
  }

  boolean isGoods(String id) {
    return goods(id).isPresent();
  }

  boolean isPlace(String id) {
    return place(id).isPresent();
  }

  private Optional<Registration> registration(String id) {
    return Optional.ofNullable(known.get(id)).map(Known::registration);
  }

  Stream<Goods> allGoods() {
    return known.entrySet().stream()
        .filter(each -> each.getValue().registration() instanceof GoodsProfile)
        .map(each -> new Goods(each.getKey(), (GoodsProfile) each.getValue().registration(), each.getValue().at()));
  }

  Optional<String> nearestPlace(String id) {
    return Nearest.of(id, ids(this::isPlace));
  }

  /** Goods are often numbered, so that the next number says nothing: only what is written alike. */
  Optional<String> goodsWrittenLike(String id) {
    return Nearest.alike(id, ids(this::isGoods));
  }

  private Iterable<String> ids(Predicate<String> which) {
    return () -> known.keySet().stream().filter(which).iterator();
  }
}
