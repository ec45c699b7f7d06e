package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import kongo.goods.Stay;
import kongo.rules.Rule;
import kongo.rules.Silence;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;

/** Section 7: when nothing was heard of a metric at a place. */
final class Silences {

  private final Place place;
  private final Interval interval;
  private final Rule rule;
  private final long silent;
  private final Heard heard;
  private final List<Violation> found = new ArrayList<>();

  Silences(Place place, Interval interval, Silence condition, Heard heard) {
    this.place = place;
    this.interval = interval;
    this.rule = interval.terms().rule();
    this.silent = condition.silentMillis();
    this.heard = heard;
  }

  List<Violation> find() {
    signs().forEach(this::after);
    return found;
  }

  /** When something was heard, and when somebody came who expected it. */
  private NavigableSet<Long> signs() {
    NavigableSet<Long> signs = new TreeSet<>(heard.times().headSet(interval.to(), false));
    if (interval.visit().isEmpty()) {
      addFirst(signs, heard.all());
    } else if (interval.isOfItself()) {
      signs.removeIf(time -> time < interval.wholeFrom());
      addFirst(signs, heard.all().subSet(interval.wholeFrom(), true, interval.to(), false));
    } else if (signs.headSet(interval.wholeFrom(), false).isEmpty()) {
      signs.add(interval.wholeFrom());
    }
    return signs;
  }

  /** That it is broken says that there is a sensor. */
  private static void addFirst(NavigableSet<Long> signs, NavigableSet<Long> all) {
    if (!all.isEmpty()) {
      signs.add(all.first());
    }
  }

  /** The silence after a sign of life, if it is too long. */
  private void after(long sign) {
    Long next = heard.times().higher(sign);
    boolean isTooLong = next == null || next - sign > silent;
    long from = Math.max(sign + silent, interval.from());
    long to = Math.min(next == null ? Stay.OPEN : next, interval.to());
    if (isTooLong && from < to && place.clock() >= sign + silent) {
      found.add(violation(from, to));
    }
  }

  private Violation violation(long from, long to) {
    Optional<String> goods = interval.visit().map(Visit::goods);
    boolean isOpen = to == Stay.OPEN;
    long lasted = (isOpen ? place.clock() : to) - from;
    return new Violation(
        Ids.of(goods.orElse(place.id()), rule.name(), place.id(), "", from), isOpen ? Status.OPEN : Status.CLOSED, Kind.SILENCE,
        place.books().severity(rule.name(), from, lasted, Severities.NOT_OUT), rule.name(), goods.orElse(null), place.id(),
        rule.metric(), "", interval.visit().map(v -> v.stay().from()).orElse(null), from, isOpen ? null : to, null, null,
        Limit.ofSilence(silent), List.of());
  }
}
