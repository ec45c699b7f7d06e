package kongo.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import kongo.excursion.StayRuns;
import kongo.goods.Stay;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.Rule;
import kongo.rules.Subject;
import kongo.violation.Limit;

/**
 * On which terms a rule applies to a Goods during a stay, or to a Location during its life: whether it does, by which
 * definition and with which bounds (section 11 of docs/semantics.md).
 */
final class Terms {

  private final RuleInTime rule;
  private final Place place;
  private final Optional<GoodsHere> goods;
  private final Interval all;
  private final Optional<PlaceType> type;

  private Terms(RuleInTime rule, Place place, Optional<GoodsHere> goods, Interval all, Optional<PlaceType> type) {
    this.rule = rule;
    this.place = place;
    this.goods = goods;
    this.all = all;
    this.type = type;
  }

  static Terms during(RuleInTime rule, Place place, GoodsHere goods, Stay stay) {
    return new Terms(rule, place, Optional.of(goods), Interval.of(stay), place.type().or(() -> Optional.of(stay.namedAs())));
  }

  static Terms ofLife(RuleInTime rule, Place place) {
    return new Terms(rule, place, Optional.empty(), Interval.LIFE, place.type());
  }

  /** Whether the terms are the same all the time, if they are for this one. */
  static boolean neverChange(RuleInTime rule, Place place, GoodsHere goods) {
    return neverChange(rule, place) && goods.profile().parts().size() == 1;
  }

  /** The same of the Location itself. */
  static boolean neverChange(RuleInTime rule, Place place) {
    return rule.isAlwaysTheSame()
        && (rule.parts().get(0).rule().isEmpty() || rule.parts().get(0).rule().get().graceMillis() == 0)
        && (place.isAlwaysTheSame() || !rule.namesMaxWeight());
  }

  /** What holds at one moment. */
  private record Now(Check check, Limit limit) {

    boolean isLike(Now other) {
      return limit.equals(other.limit) && check.isLike(other.check);
    }
  }

  /**
   * The maximal parts of equal terms, by time. A bound between them counts once it has been reached.
   *
   * @param clock how far time has provably come
   * @param newest time of the newest reading of the series that is judged, if it is a measured one; asked if it matters
   */
  List<Term> parts(long clock, LongSupplier newest) {
    List<Term> parts = new ArrayList<>();
    TreeSet<Long> bounds = bounds();
    long reached = bounds.isEmpty() || bounds.last() <= clock ? clock : Math.max(clock, newest.getAsLong());
    long from = all.from();
    Optional<Now> now = at(from);
    for (long bound : bounds) {
      Optional<Now> next = bound <= reached ? at(bound) : now;
      if (!isSame(now, next)) {
        add(parts, now, from, bound, reached);
        from = bound;
        now = next;
      }
    }
    add(parts, now, from, all.to(), reached);
    return parts;
  }

  private static boolean isSame(Optional<Now> one, Optional<Now> other) {
    return one.isPresent() == other.isPresent() && (one.isEmpty() || one.get().isLike(other.get()));
  }

  private void add(List<Term> parts, Optional<Now> now, long from, long to, long reached) {
    now.ifPresent(terms -> add(parts, terms.check(), from, Math.max(from, begin(terms.check())), to, reached));
  }

  private void add(List<Term> parts, Check check, long from, long begin, long to, long reached) {
    if (begin >= to || begin > from && begin > reached) {
      return;
    }
    boolean lasts = all.to() == StayRuns.LASTING;
    Optional<Term> last = parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
    Interval interval = new Interval(begin, to, all.stay(), lasts && to != all.to());
    parts.add(new Term(check, interval, last.filter(earlier -> lasts && earlier.interval().to() == begin)));
  }

  private long begin(Check check) {
    return goods.isPresent() ? Times.plus(all.stay(), check.rule().graceMillis()) : all.from();
  }

  /** Where the terms may change within the stay, or a grace may end. */
  private TreeSet<Long> bounds() {
    TreeSet<Long> bounds = new TreeSet<>();
    for (RuleInTime.Part part : rule.parts()) {
      bounds.add(part.from());
      part.check().ifPresent(check -> bounds.add(begin(check)));
    }
    place.limits().parts().forEach(part -> bounds.add(part.from()));
    goods.ifPresent(one -> one.profile().parts().forEach(part -> bounds.add(part.from())));
    return new TreeSet<>(bounds.subSet(all.from(), false, all.to(), false));
  }

  private Optional<Now> at(long time) {
    RuleInTime.Part part = rule.at(time);
    return part.check().isPresent() && applies(part.rule().get(), time)
        ? part.check().get().limit(place.at(time)).map(limit -> new Now(part.check().get(), limit))
        : Optional.empty();
  }

  private boolean applies(Rule then, long time) {
    return goods.map(one -> then.holdsAt(type.get()) && isFor(then, one.profile(), time)).orElseGet(() -> isForThePlace(then));
  }

  private boolean isForThePlace(Rule then) {
    return then.subject() == Subject.LOCATION && !place.isOwn() && (then.at().isEmpty() || then.at().equals(type));
  }

  private static boolean isFor(Rule then, Timeline<GoodsProfile> profile, long time) {
    List<String> categories = profile.at(time).orElse(GoodsProfile.NONE).categories();
    return then.subject() == Subject.GOODS && then.categories().stream().anyMatch(categories::contains);
  }
}
