package kongo.location;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.violation.Cause;
import kongo.violation.Differences;
import kongo.violation.Revision;
import kongo.violation.Violation;

/**
 * Finds what one event changed in the excursions of a Location, by looking only at where it can have changed them. Each
 * side is judged by its own rules; where they differ, only {@link #everything} finds all.
 */
final class Comparison {

  private static final Span ALWAYS = new Span(0, Long.MAX_VALUE, false);

  private final ReadingMemory memory;
  private final Judgement before;
  private final Judgement after;

  Comparison(ReadingMemory memory, Judgement before, Judgement after) {
    this.memory = memory;
    this.before = before;
    this.after = after;
  }

  List<Revision> revisions(long number, Function<Violation, Cause> cause) {
    return Differences.between(before.found(), after.found(), number, cause);
  }

  /** After readings of these series, which both sides judge alike. */
  void readings(Demand demand) {
    for (int number : memory.latestSeries()) {
      for (SensorCheck check : after.rules().on(memory.keys().get(number).metric())) {
        readings(check, number, demand);
      }
    }
  }

  private void readings(SensorCheck check, int number, Demand demand) {
    long[] times = memory.memory(number).latest();
    Optional<Band> band = check.band(after.place());
    if (band.isEmpty() || !demand.wants(check, times[0])) {
      return;
    }
    Values old = check.values(before.measured(number));
    Values now = check.values(after.measured(number));
    int i = 0;
    while (i < times.length) {
      int last = lastOfSpan(times, i, old);
      readings(new ReadingSpan(check, band.get(), number, times, i, last, old, now));
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
    if (span.check.isAboutLocation()) {
      before.lookAtLocation(span.check, series, where);
      after.lookAtLocation(span.check, series, where);
      return;
    }
    long reach = where.reach(span.check.hold());
    after.presence().since(where.first()).forEach(goods -> {
      if (span.check.concerns(goods.profile().categories()) && span.changes(goods, reach)) {
        before.lookAt(goods, span.check, series, where);
        after.lookAt(goods, span.check, series, where);
      }
    });
  }

  /** After new words of Goods. */
  void goods() {
    Map<Level, List<Span>> changes = new LinkedHashMap<>();
    sides().forEach(side -> onPresence(side).forEach(check -> changes.put(check.level(), new ArrayList<>())));
    for (String id : after.presence().latest()) {
      Optional<GoodsHere> old = before.presence().of(id);
      GoodsHere now = after.presence().of(id).orElseThrow();
      List<Span> changed = open(StayChanges.between(old, now, after.presence().changedFrom(id)));
      own(old, now, changed);
      changes.forEach((level, spans) -> spans.addAll(contributionChanges(level, old, now, changed)));
    }
    changes.replaceAll((level, spans) -> joined(spans));
    sides().forEach(side -> onPresence(side).forEach(check -> others(side, check, changes.get(check.level()))));
  }

  /** What changed for the Goods themselves. */
  private void own(Optional<GoodsHere> old, GoodsHere now, List<Span> changed) {
    boolean sameRules = old.map(was -> was.profile().categories().equals(now.profile().categories())).orElse(true);
    List<Span> spans = sameRules ? changed : open(StayChanges.all(old, now));
    if (!spans.isEmpty()) {
      old.ifPresent(was -> own(before, was, spans));
      own(after, now, spans);
    }
  }

  private void own(Judgement side, GoodsHere goods, List<Span> spans) {
    for (Check check : side.rules().all()) {
      if (check.concerns(goods.profile().categories())) {
        forEachSeries(check, series -> spans.forEach(
            span -> side.lookAt(goods, check, series, check.spanOfStay(before, series, span))));
      }
    }
  }

  private void forEachSeries(Check check, Consumer<Series> action) {
    check.forEachSeries(memory.keys(), action);
  }

  /** What lies before the books were closed stays as it was published. */
  private List<Span> open(List<Span> spans) {
    return spans.stream().flatMap(span -> span.since(after.presence().closedBefore()).stream()).toList();
  }

  private List<Span> contributionChanges(
      Level level, Optional<GoodsHere> old, GoodsHere now, List<Span> changed) {
    long was = old.map(goods -> level.of(goods.profile())).orElse(0L);
    long is = level.of(now.profile());
    return was == is ? (is == 0 ? List.of() : changed) : open(StayChanges.all(old, now));
  }

  /** What changed for all who see how many there are. */
  private static void others(Judgement side, PresenceCheck check, List<Span> spans) {
    spans.forEach(span -> side.lookAt(check, Series.DERIVED, span));
  }

  private Stream<PresenceCheck> onPresence(Judgement side) {
    return side.rules().onPresence().stream().filter(check -> !after.excludes(check.rule()));
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
    sides().forEach(side -> side.rules().all().stream().filter(Comparison::dependsOnPlace).forEach(check -> always(side, check)));
  }

  private static boolean dependsOnPlace(Check check) {
    return check.rule().at().isPresent() || check.rule().condition().namesMaxWeight();
  }

  /** After an event with which other rules take over: each side is looked at for all time. */
  void everything() {
    sides().forEach(side -> side.rules().all().forEach(check -> always(side, check)));
  }

  private void always(Judgement side, Check check) {
    open(List.of(ALWAYS)).forEach(
        span -> forEachSeries(check, series -> side.lookAt(check, series, check.spanOfStay(before, series, span))));
  }

  /** The runs that reach up to now, on both sides. */
  void open() {
    sides().forEach(side -> side.rules().all().forEach(
        check -> forEachSeries(check, series -> side.lookAt(check, series, check.end(after, series)))));
  }

  private List<Judgement> sides() {
    return List.of(before, after);
  }
}
