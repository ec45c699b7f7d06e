package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kongo.goods.Stay;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.rules.Rule;
import kongo.rules.Subject;

/**
 * Over what the rule of a name is judged at a place: the parts of stays, or of its life, in which it says one thing (sections
 * 11 and 15).
 */
record Intervals(Place place, String name) {

  /** A part in which the rule applies by terms that are alike, those at its beginning. */
  private record Part(long from, long to, Terms terms) {}

  List<Interval> all() {
    List<Interval> all = new ArrayList<>(of(Optional.empty()));
    place.visits().forEach(visit -> all.addAll(of(Optional.of(visit))));
    return all;
  }

  /** Those of a visit, or of the place itself. */
  private List<Interval> of(Optional<Visit> visit) {
    List<Interval> intervals = new ArrayList<>();
    for (Part part : parts(visit)) {
      long grace = part.terms().rule().graceMillis();
      long from = visit.map(v -> Math.max(part.from(), v.stay().from() + grace)).orElse(part.from());
      if (from < part.to()) {
        Optional<Interval> before = intervals.stream().filter(one -> one.to() == from).findFirst();
        intervals.add(new Interval(visit, from, part.to(), part.terms(), before));
      }
    }
    return intervals;
  }

  private List<Part> parts(Optional<Visit> visit) {
    List<Part> parts = new ArrayList<>();
    List<Long> bounds = bounds(visit);
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Optional<Terms> terms = terms(visit, bounds.get(i));
      if (terms.isPresent()) {
        add(parts, new Part(bounds.get(i), bounds.get(i + 1), terms.get()));
      }
    }
    return parts;
  }

  private static void add(List<Part> parts, Part part) {
    Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    if (last != null && last.to() == part.from() && last.terms().areAlike(part.terms())) {
      parts.set(parts.size() - 1, new Part(last.from(), part.to(), last.terms()));
    } else {
      parts.add(part);
    }
  }

  /** Between which nothing changes, in time order. */
  private List<Long> bounds(Optional<Visit> visit) {
    long from = visit.map(v -> v.stay().from()).orElse(Interval.EVER);
    long to = visit.map(v -> v.stay().to()).orElse(Stay.OPEN);
    SortedSet<Long> bounds = new TreeSet<>(List.of(from, to));
    bounds.addAll(place.books().changesBetween(from, to));
    bounds.addAll(place.profiles().changesBetween(from, to));
    visit.ifPresent(v -> bounds.addAll(v.profiles().changesBetween(from, to)));
    return List.copyOf(bounds);
  }

  private Optional<Terms> terms(Optional<Visit> visit, long time) {
    Optional<PlaceProfile> profile = place.profiles().placeAt(time);
    return place.books().ruleAt(name, time)
        .filter(rule -> visit.isPresent() ? isAbout(rule, visit.get(), time) : isAboutPlace(rule))
        .flatMap(rule -> Terms.of(rule, profile));
  }

  private boolean isAbout(Rule rule, Visit visit, long time) {
    boolean holdsThere = rule.at().isEmpty() || rule.at().get() == place.typeDuring(visit.stay());
    GoodsProfile profile = visit.profileAt(time);
    boolean mayHold = !visit.isAtItself() || rule.condition().when(new HoldsAtItself(rule));
    return rule.subject() == Subject.GOODS && holdsThere && mayHold
        && rule.categories().stream().anyMatch(profile.categories()::contains);
  }

  private boolean isAboutPlace(Rule rule) {
    return rule.subject() == Subject.LOCATION && !place.isOwn()
        && (rule.at().isEmpty() || rule.at().equals(place.typeByProfile()));
  }
}
