package kongo.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.rules.Rule;
import kongo.rules.Subject;
import kongo.violation.Cause;
import kongo.violation.Differences;
import kongo.violation.Revision;
import kongo.violation.Violation;

/** Finds what one event changed in the excursions of a Location, by looking only at where it can have changed them. */
final class Comparison {

  private final RuleIndex rules;
  private final ReadingMemory memory;
  private final Judgement before;
  private final Judgement after;

  Comparison(RuleIndex rules, ReadingMemory memory, Judgement before, Judgement after) {
    this.rules = rules;
    this.memory = memory;
    this.before = before;
    this.after = after;
  }

  List<Revision> revisions(long number, Function<Violation, Cause> cause) {
    return Differences.between(before.found(), after.found(), number, cause);
  }

  /** After readings of these series. */
  void readings(Demand demand) {
    for (int number : memory.latestSeries()) {
      SeriesKey key = memory.keys().get(number);
      for (Rule rule : rules.on(key.metric())) {
        readings(rule, number, demand);
      }
    }
  }

  private void readings(Rule rule, int number, Demand demand) {
    long[] times = memory.memory(number).latest();
    Optional<Band> band = after.band(rule);
    if (band.isEmpty() || !demand.wants(rule, times[0])) {
      return;
    }
    Values old = before.measured(number);
    int i = 0;
    while (i < times.length) {
      int last = lastOfSpan(times, i, old);
      readings(new ReadingSpan(rule, band.get(), number, times, i, last, old, after.measured(number)));
      i = last + 1;
    }
  }

  /** New readings with no known one in between make one span. */
  private static int lastOfSpan(long[] times, int first, Values old) {
    if (old.last() < times[first]) {
      return times.length - 1;
    }
    int last = first;
    while (last + 1 < times.length && old.after(times[last], times[last + 1]) == Values.NONE) {
      last++;
    }
    return last;
  }

  private void readings(ReadingSpan span) {
    if (!span.matters()) {
      return;
    }
    Series series = new Series(span.number, memory.keys().get(span.number).sensor());
    Span where = span.where();
    if (span.rule.subject() == Subject.LOCATION) {
      before.lookAtLocation(span.rule, series, where);
      after.lookAtLocation(span.rule, series, where);
      return;
    }
    long reach = where.reach(Judgement.hold(span.rule));
    after.presence().since(where.first()).forEach(goods -> {
      if (RuleIndex.concerns(span.rule, goods.profile().categories()) && span.changes(goods, reach)) {
        before.lookAt(goods, span.rule, series, where);
        after.lookAt(goods, span.rule, series, where);
      }
    });
  }

  /** After new words of Goods. */
  void goods() {
    List<Rule> derivedHere = rules.derived().stream().filter(rule -> !after.excludes(rule)).toList();
    Map<String, List<Span>> derived = new HashMap<>();
    derivedHere.forEach(rule -> derived.putIfAbsent(rule.metric(), new ArrayList<>()));
    for (String id : after.presence().latest()) {
      Optional<GoodsHere> old = before.presence().of(id);
      GoodsHere now = after.presence().of(id).orElseThrow();
      List<Span> changed = StayChanges.between(old, now, after.presence().changedFrom(id));
      own(old, now, changed);
      derived.forEach((metric, spans) -> spans.addAll(contributionChanges(metric, old, now, changed)));
    }
    for (Rule rule : derivedHere) {
      derived(rule, joined(derived.get(rule.metric())));
    }
  }

  private void own(Optional<GoodsHere> old, GoodsHere now, List<Span> changed) {
    boolean sameRules = old.map(was -> was.profile().categories().equals(now.profile().categories())).orElse(true);
    List<Span> spans = sameRules ? changed : StayChanges.all(old, now);
    for (Rule rule : rules.all()) {
      boolean concerns = RuleIndex.concerns(rule, now.profile().categories())
          || old.map(was -> RuleIndex.concerns(rule, was.profile().categories())).orElse(false);
      if (concerns && !spans.isEmpty()) {
        forEachSeries(rule, series -> spans.forEach(span -> ownAt(old, now, rule, series, span)));
      }
    }
  }

  private void ownAt(Optional<GoodsHere> old, GoodsHere now, Rule rule, Series series, Span span) {
    Span where = rule.isDerived() ? span : withEnd(series, span);
    old.ifPresent(was -> before.lookAt(was, rule, series, where));
    after.lookAt(now, rule, series, where);
  }

  private Span withEnd(Series series, Span span) {
    return new Span(span.first(), span.last(), before.measured(series.number()).last() < span.first());
  }

  private void forEachSeries(Rule rule, java.util.function.Consumer<Series> action) {
    if (rule.isDerived()) {
      action.accept(Series.DERIVED);
      return;
    }
    for (int number = 0; number < memory.keys().size(); number++) {
      SeriesKey key = memory.keys().get(number);
      if (key.metric().equals(rule.metric())) {
        action.accept(new Series(number, key.sensor()));
      }
    }
  }

  private static List<Span> contributionChanges(
      String metric, Optional<GoodsHere> old, GoodsHere now, List<Span> changed) {
    long was = old.map(goods -> Presence.contribution(metric, goods.profile())).orElse(0L);
    long is = Presence.contribution(metric, now.profile());
    return was == is ? (is == 0 ? List.of() : changed) : StayChanges.all(old, now);
  }

  private void derived(Rule rule, List<Span> spans) {
    for (Span span : spans) {
      if (rule.subject() == Subject.LOCATION) {
        before.lookAtLocation(rule, Series.DERIVED, span);
        after.lookAtLocation(rule, Series.DERIVED, span);
      } else {
        before.presence().since(span.first()).forEach(goods -> before.lookAt(goods, rule, Series.DERIVED, span));
        after.presence().since(span.first()).forEach(goods -> after.lookAt(goods, rule, Series.DERIVED, span));
      }
    }
  }

  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    Stream<Span> sorted = spans.stream().sorted((a, b) -> Long.compare(a.first(), b.first()));
    sorted.forEach(
        span -> {
          Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
          if (last != null && span.first() <= last.last()) {
            joined.set(joined.size() - 1, new Span(last.first(), Math.max(last.last(), span.last()), false));
          } else {
            joined.add(span);
          }
        });
    return joined;
  }

  /** After a new word of the registry on the Location: rules that depend on it are looked at for all time. */
  void place() {
    Predicate<Rule> dependsOnPlace =
        rule -> rule.at().isPresent() || rule.upper().map(bound -> bound.maxWeight()).orElse(false);
    Span always = new Span(0, Long.MAX_VALUE, false);
    for (Rule rule : rules.all().stream().filter(dependsOnPlace).toList()) {
      forEachSeries(rule, series -> everywhere(rule, series, always));
    }
  }

  /** The runs that reach up to now, on both sides. */
  void open() {
    for (Rule rule : rules.all()) {
      forEachSeries(rule, series -> everywhere(rule, series, end(rule, series)));
    }
  }

  private Span end(Rule rule, Series series) {
    boolean derived = rule.isDerived();
    long last = derived ? Long.MAX_VALUE - 1 : after.measured(series.number()).last();
    return new Span(derived ? last : last + 1, Long.MAX_VALUE, true);
  }

  private void everywhere(Rule rule, Series series, Span span) {
    for (Judgement side : List.of(before, after)) {
      if (rule.subject() == Subject.LOCATION) {
        side.lookAtLocation(rule, series, span);
      } else {
        side.presence().since(span.first()).forEach(goods -> side.lookAt(goods, rule, series, span));
      }
    }
  }
}
