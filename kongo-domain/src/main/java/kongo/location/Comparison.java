package kongo.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kongo.excursion.Values;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.location.Level.Amount;
import kongo.violation.Cause;
import kongo.violation.Differences;
import kongo.violation.Revision;
import kongo.violation.Violation;

/**
 * Finds what one event changed in the excursions of a Location, by looking only at where it can have changed them. Each
 * side is judged by its own rules; where they differ, only {@link #everything} finds all.
 */
final class Comparison {

  private static final long[] NONE = {};
  private static final Span ALWAYS = new Span(0, Long.MAX_VALUE, false);

  private final ReadingMemory memory;
  private final Judgement before;
  private final Judgement after;
  private final RunBegins begins;
  private boolean silenceTurned;

  /** @param begins of runs after the event */
  Comparison(ReadingMemory memory, Judgement before, Judgement after, RunBegins begins) {
    this.memory = memory;
    this.before = before;
    this.after = after;
    this.begins = begins;
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

  /**
   * After readings, for what goes by when they came and not by their values: where nothing was silent, and signs of life only
   * go on, nothing has changed.
   */
  void signsOfLife(Demand demand) {
    for (String metric : memory.latestMetrics()) {
      List<SilenceCheck> silences = after.rules().onSilenceOf(metric);
      long[] latest = silences.isEmpty() ? NONE : memory.latestTimes(metric);
      for (SilenceCheck check : silences) {
        long[] times = signs(check, latest);
        if (times.length > 0 && demand.wants(check, times[0]) && (memory.latestAmend(metric) || !goesOn(check, times))) {
          silenceTurned = true;
          lookAt(check, between(check, times));
        }
      }
    }
  }

  /**
   * Of when the new readings are what is a sign: those that are faulty are no signs, but where the very first one may be among them, and but the
   * first ones of a Goods at itself.
   */
  private long[] signs(SilenceCheck check, long[] times) {
    boolean mayMissSome = !memory.latestAmend(check.metric()) && after.rules().seesFaultsOf(check.metric());
    if (times.length == 0 || !mayMissSome) {
      return times;
    }
    ReadingTimes signs = after.signsFor(check);
    boolean mayBeFirst = check.isAboutLocation() && before.signsFor(check).before(times[0]) == Values.NONE;
    return mayBeFirst ? times
        : Arrays.stream(times).filter(time -> signs.hasOneAt(time) || after.isFirstOfPresence(check, time)).toArray();
  }

  private boolean goesOn(SilenceCheck check, long[] times) {
    long newest = before.newest(check);
    if (newest == Values.NONE || !wasAlive(check, times, newest)) {
      return false;
    }
    long last = newest;
    for (long time : times) {
      if (time > check.dueAfter(last)) {
        return false;
      }
      last = Math.max(last, time);
    }
    return last == newest || after.heardTo() < check.dueAfter(last);
  }

  /** Whether there was no silence where these times fall. */
  private boolean wasAlive(SilenceCheck check, long[] times, long newest) {
    boolean wasAliveThen = times[0] > newest || wasAliveBetween(check, times[0], Math.min(newest, times[times.length - 1]));
    boolean isPastNewest = times[times.length - 1] > newest;
    return wasAliveThen && !(isPastNewest && before.heardTo() >= check.dueAfter(newest));
  }

  private boolean wasAliveBetween(SilenceCheck check, long first, long last) {
    ReadingTimes old = before.signsFor(check);
    long time = old.before(first);
    boolean isAlive = time != Values.NONE;
    while (isAlive && time < last) {
      long next = old.after(time);
      isAlive = next != Values.NONE && next <= check.dueAfter(time);
      time = next;
    }
    return isAlive;
  }

  /** From the last sign before these times to the next one after them. */
  private Span between(SilenceCheck check, long[] times) {
    ReadingTimes old = before.signsFor(check);
    long earlier = old.before(times[0]);
    long later = nextAfter(old, times[times.length - 1]);
    if (after.rules().seesFaultsOf(check.metric())) {
      // A faulty one that was the very first is no sign any more.
      later = Math.max(later, nextAfter(after.signsFor(check), times[times.length - 1]));
    }
    return new Span(earlier == Values.NONE ? 0 : earlier, later, false);
  }

  private static long nextAfter(ReadingTimes signs, long time) {
    long next = signs.after(time);
    return next == Values.NONE ? Long.MAX_VALUE : next;
  }

  /** Whether readings that came or may come are not what they would have been, since it was or has become silent. */
  boolean hasSilenceTurned() {
    return silenceTurned;
  }

  /** After the clock has moved. */
  void clock(DueByClock due) {
    long earlier = Math.min(before.clock(), after.clock());
    long later = Math.max(before.clock(), after.clock());
    silences(due);
    if (earlier < later) {
      after.rules().overstays().forEach(check ->
          due.fallingDue(check, earlier, later).forEach(goods -> here(goods, check, earlier)));
      rulesWithBounds(earlier, later).forEach(rule -> lookSince(rule, earlier));
      if (due.mayChangeLevels()) {
        levelsNotReached(earlier, later);
      }
      due.changing(earlier, later).forEach(goods -> all(check -> check.concerns(goods), check -> since(goods, check, earlier)));
      after.rules().graceful().forEach(check -> due.endingGrace(check, earlier, later).forEach(goods -> since(goods, check, earlier)));
      after.rules().byTime().forEach(check -> lastingSinceBounds(check, due, new Lapse(check.times(), earlier, later)));
      after.rules().byLength().forEach(check -> lasting(check, due, new Lapse(check.times(), earlier, later)));
    }
  }

  private void silences(DueByClock due) {
    long earlier = Math.min(before.heardTo(), after.heardTo());
    long later = Math.max(before.heardTo(), after.heardTo());
    boolean mayHearMore = before.mayHearMore() || after.mayHearMore();
    if (earlier < later) {
      after.rules().silences().forEach(check -> {
        if (mayHearMore) {
          silenceUpTo(check, earlier, later);
        } else {
          silence(check, due, earlier, later);
        }
      });
    }
  }

  /**
   * Who came and what changed since, up to where the clock is, was not judged while readings were still to come: so wherever
   * anything may have been silent, all is looked at.
   */
  private void silenceUpTo(SilenceCheck check, long earlier, long later) {
    if (!isAliveUpTo(check, earlier, later)) {
      silenceTurned = true;
      lookAt(check, new Span(Math.max(0, earlier), Long.MAX_VALUE, false));
    }
  }

  /** Whether signs of life of before and after have come all the time, for whoever it is that listens. */
  private boolean isAliveUpTo(SilenceCheck check, long earlier, long later) {
    ReadingTimes heard = after.signsFor(check);
    long time = heard.before(Times.plus(earlier, 1));
    boolean isAlive = time != Values.NONE && !isAtItself();
    while (isAlive && time < later) {
      long next = heard.after(time);
      isAlive = next == Values.NONE ? later < check.dueAfter(time) : next <= check.dueAfter(time);
      time = next == Values.NONE ? later : next;
    }
    return isAlive;
  }

  private boolean isAtItself() {
    return sides().stream().anyMatch(side -> side.place().isOwn());
  }

  /** What began where terms changed, and has lasted now for so long that something is told. */
  private void lastingSinceBounds(Check check, DueByClock due, Lapse lapse) {
    long bound = due.firstBound(check, lapse);
    if (bound != Long.MAX_VALUE) {
      sides().forEach(side -> forEachSeries(check, series -> side.lookAt(check, series, since(check, series, bound))));
    }
    lapse.changed(due).forEach((goods, time) -> since(goods, check, time));
  }

  private void lasting(BoundsCheck check, DueByClock due, Lapse lapse) {
    for (DueByClock.Open open : due.open(check)) {
      Span end = check.end(after, open.series());
      if (lapse.concernsAnyOf(open.begins())) {
        before.lookAt(check, open.series(), end);
        after.lookAt(check, open.series(), end);
      } else {
        due.concerned(check, lapse).forEach(goods -> here(goods, check, open.series(), end));
      }
    }
  }

  /** Those whose terms change between two times for everyone. */
  private List<RuleInTime> rulesWithBounds(long earlier, long later) {
    if (after.place().isAlwaysTheSame() && !after.rules().changesWithin(earlier, later)) {
      return List.of();
    }
    boolean placeChanges = !after.place().limits().changesWithin(earlier, later).isEmpty();
    return after.rules().rules().stream()
        .filter(rule -> rule.changesWithin(earlier, later) || placeChanges && rule.namesMaxWeight())
        .toList();
  }

  /** Looks at all that a rule is about from a time on. */
  private void lookSince(RuleInTime rule, long time) {
    sides().forEach(side -> rule.checks().forEach(check ->
        forEachSeries(check, series -> side.lookAt(check, series, since(check, series, time)))));
  }

  /** From a time on, whatever of the series is known since. */
  private Span since(Check check, Series series, long time) {
    return new Span(Math.max(0, time), Long.MAX_VALUE, isSilentSince(series, time));
  }

  private boolean isSilentSince(Series series, long time) {
    return series.number() >= 0
        && (before.measured(series.number()).last() < time || after.measured(series.number()).last() < time);
  }

  private void all(Predicate<Check> such, Consumer<Check> action) {
    after.rules().all().stream().filter(such).forEach(action);
  }

  /** Looks at a Goods from a time on, as it was and as it is. */
  private void since(GoodsHere goods, Check check, long time) {
    forEachSeries(check, series -> {
      Span span = since(check, series, time);
      before.presence().of(goods.goods()).ifPresent(was -> before.lookAt(was, check, series, span));
      after.presence().of(goods.goods()).ifPresent(is -> after.lookAt(is, check, series, span));
    });
  }

  /** What changes a level between two times, of which the earlier clock knew nothing. */
  private void levelsNotReached(long earlier, long later) {
    Judgement slow = before.clock() < after.clock() ? before : after;
    onPresence(after).forEach(check -> {
      long first = slow.presence().steps(check.level()).nextChange(earlier);
      if (first != Values.NONE && first <= later) {
        sides().forEach(side -> others(side, check, List.of(new Span(first, later, false))));
      }
    });
  }

  private void silence(SilenceCheck check, DueByClock due, long earlier, long later) {
    if (before.newest(check) > earlier && fallsDueBetweenSigns(check, earlier, later)) {
      lookAt(check, new Span(Math.max(0, check.dueSince(earlier)), later, false));
    }
    if (due.fallsDue(check, earlier, later)) {
      silenceTurned = true;
      lookAt(check, new Span(after.newest(check), Long.MAX_VALUE, false));
    }
    due.firstFallingDue(check, earlier, later).ifPresent(first -> {
      silenceTurned = true;
      lookAt(check, new Span(first, Long.MAX_VALUE, false));
    });
    due.fallingDue(check, earlier, later).forEach(goods -> here(goods, check, earlier));
  }

  /** Some signs of life are from beyond what the clock showed: whether it comes to a silence that ended before one of them. */
  private boolean fallsDueBetweenSigns(SilenceCheck check, long earlier, long later) {
    ReadingTimes heard = after.signsFor(check);
    long time = heard.before(Times.plus(earlier, 1));
    boolean found = time == Values.NONE;
    while (!found && time != Values.NONE && check.dueAfter(time) <= later) {
      long next = heard.after(time);
      found = next > check.dueAfter(time);
      time = next;
    }
    return found;
  }

  private void lookAt(Check check, Span span) {
    before.lookAt(check, Series.DERIVED, span);
    after.lookAt(check, Series.DERIVED, span);
  }

  /** What the others of a Goods' stays are does not change with the clock. */
  private void here(GoodsHere goods, Check check, long earlier) {
    here(goods, check, Series.DERIVED, new Span(Math.max(0, earlier), Long.MAX_VALUE, false));
  }

  private void here(GoodsHere goods, Check check, Series series, Span span) {
    before.presence().of(goods.goods()).ifPresent(was -> before.lookAt(was, check, series, span));
    after.lookAt(goods, check, series, span);
  }

  private void readings(SensorCheck check, int number, Demand demand) {
    long[] times = memory.memory(number).latest();
    if (times.length == 0 || !demand.wants(check, times[0])) {
      return;
    }
    boolean allNew = !memory.memory(number).latestAmend();
    Values old = check.values(before.measured(number));
    Values now = check.values(after.measured(number));
    long lastUnchanged = allNew ? old.last() : lastUnchanged(now, times);
    int i = 0;
    while (i < times.length) {
      int last = lastUnchanged < times[i] ? times.length - 1 : lastOfSpan(times, i, old);
      ReadingBounds bounds = new ReadingBounds(check, number, before, after, times[i], times[last], lastUnchanged);
      if (!bounds.areBetween()) {
        int from = i;
        bounds.band().ifPresent(band ->
            readings(new ReadingSpan(check, band, number, times, from, last, old, now, lastUnchanged, allNew)));
      } else {
        everyone(check, number, bounds.span(old));
      }
      i = last + 1;
    }
  }

  private void everyone(SensorCheck check, int number, Span span) {
    sides().forEach(side -> side.lookAt(check, new Series(number, memory.keys().get(number).sensor()), span));
  }

  /** The time of the last reading that is the same on both sides. */
  private static long lastUnchanged(Values now, long[] times) {
    long time = now.last();
    while (time != Values.NONE && Arrays.binarySearch(times, time) >= 0) {
      time = now.before(time, Values.NONE + 1);
    }
    return time;
  }

  /** New readings with no known one in between make one span, and so does all behind the last one that is the same. */
  private static int lastOfSpan(long[] times, int first, Values old) {
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
    Optional<Lapse> lapse = span.goesOn() ? span.lapse(before.clock(), after.clock()) : Optional.empty();
    boolean goesOn = span.goesOn() && !lapse.map(time -> time.concernsAnyOf(span.begins(begins))).orElse(false);
    after.presence().since(where.first()).forEach(goods -> {
      if (span.check.concerns(goods) && span.changes(goods, before, after, reach, goesOn, lapse)) {
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
    boolean sameRules = old.map(was -> was.isForTheSameRulesAs(now)).orElse(true);
    List<Span> spans = sameRules ? changed : open(StayChanges.all(old, now));
    if (!spans.isEmpty()) {
      old.ifPresent(was -> own(before, was, spans));
      own(after, now, spans);
    }
  }

  private void own(Judgement side, GoodsHere goods, List<Span> spans) {
    for (Check check : side.rules().all()) {
      if (check.concerns(goods)) {
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
    List<Amount> was = old.map(level::over).orElse(Amount.NOTHING);
    List<Amount> is = level.over(now);
    return was.equals(is) ? (is.equals(Amount.NOTHING) ? List.of() : changed) : open(StayChanges.all(old, now));
  }

  /** What changed for all who see how many there are. */
  private static void others(Judgement side, PresenceCheck check, List<Span> spans) {
    spans.forEach(span -> side.lookAt(check, Series.DERIVED, span));
  }

  private Stream<PresenceCheck> onPresence(Judgement side) {
    return side.rules().onPresence().stream().filter(check -> !after.excludes(check));
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

  /** After it has turned whether the place is a Goods' own. */
  void ownership() {
    sides().forEach(side -> side.rules().all().stream().filter(Check::isAboutLocation).forEach(check -> always(side, check)));
  }

  private static boolean dependsOnPlace(Check check) {
    return check.inTime().dependsOnPlace();
  }

  /**
   * After there are other books: what they say otherwise is looked at from where they do.
   *
   * @param newest time of the newest reading: what is later than that and the clock does not count yet
   */
  void rules(long newest) {
    Map<String, RuleInTime> was = byName(before.rules());
    Map<String, RuleInTime> is = byName(after.rules());
    was.forEach((name, rule) -> otherwise(rule, is.getOrDefault(name, RuleInTime.NONE), newest));
    is.forEach((name, rule) -> {
      if (!was.containsKey(name)) {
        otherwise(RuleInTime.NONE, rule, newest);
      }
    });
  }

  private static Map<String, RuleInTime> byName(RuleIndex rules) {
    Map<String, RuleInTime> all = new TreeMap<>();
    rules.rules().forEach(rule -> all.put(rule.name(), rule));
    return all;
  }

  /** After there are other books that say otherwise what sensors can mean. */
  void faults(long newest) {
    Set<String> metrics = new TreeSet<>();
    memory.keys().forEach(key -> metrics.add(key.metric()));
    for (String metric : metrics) {
      before.rules().firstDifference(after.rules(), metric).stream().filter(time -> time <= newest).forEach(time ->
          sides().forEach(side -> side.rules().all().stream().filter(check -> check.looksAt(metric)).forEach(check -> since(side, check, time))));
    }
  }

  private void otherwise(RuleInTime was, RuleInTime is, long newest) {
    was.firstDifference(is).stream().filter(time -> time <= Math.max(newest, after.clock())).forEach(time -> {
      was.checks().forEach(check -> since(before, check, time));
      is.checks().forEach(check -> since(after, check, time));
    });
  }

  private void since(Judgement side, Check check, long time) {
    open(List.of(new Span(Math.max(0, time), Long.MAX_VALUE, false))).forEach(span ->
        forEachSeries(check, series -> side.lookAt(check, series, since(check, series, span.first()))));
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
