package kongo.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;

/**
 * What the registry says of one id (section 2).
 *
 * @param type of the id, for all time; empty while no profile was ever accepted
 * @param said in the order of the records
 */
public record Profiles(Optional<PlaceType> type, List<Said> said) {

  /** Before all time. */
  public static final long EVER = Long.MIN_VALUE;

  public static final Profiles NONE = new Profiles(Optional.empty(), List.of());

  /** @param from when it begins to hold */
  public record Said(long from, Registration registration) {}

  /** What the last word says that counts for all time, whatever its type. */
  public static Profiles always(Registration last) {
    return new Profiles(Optional.empty(), List.of()).and(EVER, last);
  }

  /** Whether a record says that the id is of another type. */
  boolean isContradictedBy(Registration registration) {
    Optional<PlaceType> other = typeOf(registration);
    return type.isPresent() && other.isPresent() && !type.equals(other);
  }

  /**
   * After one record more.
   *
   * @param from of the record, if it has one
   * @param timestamp of the record, milliseconds
   */
  Profiles and(OptionalLong from, long timestamp, Registration registration) {
    boolean isFirst = type.isEmpty() && typeOf(registration).isPresent();
    boolean says = typeOf(registration).isPresent();
    return and(says && from.isPresent() ? from.getAsLong() : isFirst ? EVER : timestamp, registration);
  }

  /** After one more that holds from then on. */
  public Profiles and(long from, Registration registration) {
    List<Said> more = new ArrayList<>(said);
    more.add(new Said(from, registration));
    return new Profiles(type.or(() -> typeOf(registration)), List.copyOf(more));
  }

  private static Optional<PlaceType> typeOf(Registration registration) {
    if (registration instanceof PlaceProfile place) {
      return Optional.of(place.type());
    }
    return registration instanceof GoodsProfile ? Optional.of(PlaceType.GOODS) : Optional.empty();
  }

  /** Of all that holds at any time, each time that something else begins to hold. */
  long size() {
    SortedSet<Long> begins = new TreeSet<>(List.of(EVER));
    said.forEach(one -> begins.add(one.from()));
    long size = 0;
    Optional<Registration> before = Optional.empty();
    for (long begin : begins) {
      Registration here = at(begin);
      size += before.equals(Optional.of(here)) ? 0 : here.size();
      before = Optional.of(here);
    }
    return size;
  }

  private Registration at(long time) {
    Registration last = Registration.DELETED;
    for (Said one : said) {
      last = one.from() <= time ? one.registration() : last;
    }
    return last;
  }

  Optional<PlaceProfile> placeAt(long time) {
    return at(time) instanceof PlaceProfile place ? Optional.of(place) : Optional.empty();
  }

  /** A Goods without a profile has one that says nothing. */
  GoodsProfile goodsAt(long time) {
    return at(time) instanceof GoodsProfile goods ? goods : GoodsProfile.NONE;
  }

  Optional<PlaceType> placeType() {
    return type.filter(known -> known != PlaceType.GOODS);
  }

  /** When another profile may begin to hold, after one time and before another. */
  SortedSet<Long> changesBetween(long after, long before) {
    if (said.size() < 2 && (said.isEmpty() || said.get(0).from() == EVER)) {
      return Collections.emptySortedSet();
    }
    SortedSet<Long> changes = new TreeSet<>();
    said.stream().map(Said::from).filter(from -> from > after && from < before).forEach(changes::add);
    return changes;
  }
}
