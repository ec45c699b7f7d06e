package kongo.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kongo.excursion.PlausibleValues;
import kongo.excursion.Values;
import kongo.registry.Timeline;
import kongo.rules.Aboard;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Plausible;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.rules.Silence;

/** The rules of one version of the books at work, arranged for looking up. One per node, shared by its Locations. */
public class RuleIndex {

  private final RuleHistory history;
  private final Timeline<RuleBook> books;
  private final List<RuleInTime> rules = new ArrayList<>();
  private final List<Check> all = new ArrayList<>();
  private final Map<String, List<SensorCheck>> onSensors = new HashMap<>();
  private final List<PresenceCheck> onPresence = new ArrayList<>();
  private final Map<String, List<SilenceCheck>> onSilence = new HashMap<>();
  private final List<SilenceCheck> silences = new ArrayList<>();
  private final List<OverstayCheck> overstays = new ArrayList<>();
  private final List<BoundsCheck> byLength = new ArrayList<>();
  private final List<Check> graceful = new ArrayList<>();
  private final List<Check> byTime = new ArrayList<>();
  private final Map<String, Timeline<Plausible>> plausible;
  private final Map<String, String> metrics = new HashMap<>();

  /** Of a book that holds since ever. */
  public RuleIndex(RuleBook book) {
    this(RuleHistory.of(book));
  }

  public RuleIndex(RuleHistory history) {
    this(history, UnaryOperator.identity());
  }

  /** @param sensors what becomes of each check on readings, so that a test can plant a fault */
  RuleIndex(RuleHistory history, UnaryOperator<SensorCheck> sensors) {
    this.history = history;
    books = history.inForce();
    plausible = plausible(books);
    names().forEach(name -> rules.add(new RuleInTime(name, said(name), rule -> check(rule, sensors))));
    for (Check check : all) {
      sortByTime(check);
    }
  }

  private static Map<String, Timeline<Plausible>> plausible(Timeline<RuleBook> books) {
    Set<String> metrics = new TreeSet<>();
    books.parts().forEach(part -> metrics.addAll(part.value().orElseThrow().plausible().keySet()));
    Map<String, Timeline<Plausible>> all = new HashMap<>();
    for (String metric : metrics) {
      Timeline<Plausible> known = Timeline.none();
      for (Timeline.Part<RuleBook> part : books.parts()) {
        known = known.from(part.from(), part.value().map(book -> book.plausible().get(metric)));
      }
      all.put(metric, known);
    }
    return all;
  }

  private void sortByTime(Check check) {
    if (check.rule().graceMillis() > 0) {
      graceful.add(check);
    }
    if (check.times().length > 0) {
      byTime.add(check);
    }
    if (check.times().length > 0 && check instanceof BoundsCheck bounded) {
      byLength.add(bounded);
    }
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    books.parts().forEach(part -> part.value().orElseThrow().rules().forEach(rule -> names.add(rule.name())));
    return names;
  }

  private Timeline<Rule> said(String name) {
    Timeline<Rule> said = Timeline.none();
    for (Timeline.Part<RuleBook> part : books.parts()) {
      said = said.from(part.from(), part.value().orElseThrow().rules().stream().filter(rule -> rule.name().equals(name)).findFirst());
    }
    return said;
  }

  private Check check(Rule rule, UnaryOperator<SensorCheck> sensors) {
    Check check = rule.condition().when(new Sorting(rule, sensors));
    all.add(check);
    return check;
  }

  RuleHistory history() {
    return history;
  }

  /** Offset of the last book. */
  public long version() {
    return history.version();
  }

  /** The book in force at each moment. */
  Timeline<RuleBook> books() {
    return books;
  }

  /** By name. */
  List<RuleInTime> rules() {
    return rules;
  }

  /** For each kind of condition, what checks it and what makes that look again. */
  private final class Sorting implements Condition.Cases<Check> {
    private final Rule rule;
    private final UnaryOperator<SensorCheck> sensors;

    Sorting(Rule rule, UnaryOperator<SensorCheck> sensors) {
      this.rule = rule;
      this.sensors = sensors;
    }

    @Override
    public Check measured(Measured condition) {
      return onReadings(new MeasuredCheck(rule, condition));
    }

    @Override
    public Check rate(Rate condition) {
      return onReadings(new RateCheck(rule, condition));
    }

    @Override
    public Check loadWeight(LoadWeight condition) {
      return onMoves(new PresenceCheck(rule, condition.bounds(), new Level.Weight()));
    }

    @Override
    public Check loadCount(LoadCount condition) {
      return onMoves(new PresenceCheck(rule, condition.bounds(), new Level.Count()));
    }

    @Override
    public Check aboard(Aboard condition) {
      return onMoves(new PresenceCheck(rule, condition.bounds(), new Level.Carriers(condition.category())));
    }

    @Override
    public Check silence(Silence condition) {
      SilenceCheck check = new SilenceCheck(rule, condition);
      onSilence.computeIfAbsent(check.metric(), metric -> new ArrayList<>()).add(check);
      silences.add(check);
      return check;
    }

    @Override
    public Check overstay(Overstay condition) {
      OverstayCheck check = new OverstayCheck(rule, condition);
      overstays.add(check);
      return check;
    }

    private Check onReadings(SensorCheck check) {
      SensorCheck used = sensors.apply(check);
      metrics.put(rule.metric(), used.metric());
      onSensors.computeIfAbsent(used.metric(), metric -> new ArrayList<>()).add(used);
      return used;
    }

    private Check onMoves(PresenceCheck check) {
      onPresence.add(check);
      return check;
    }
  }

  /** Up to when bounds between terms count, where time has come so far. A test can plant a fault. */
  long boundsCountUpTo(long clock) {
    return clock;
  }

  /** Of the series of a metric those that say that somebody measures. A test can plant a fault. */
  List<Values> signsOfLife(List<Values> series) {
    return series;
  }

  List<Check> all() {
    return all;
  }

  /** Those that readings of this metric concern. */
  List<SensorCheck> on(String metric) {
    return onSensors.getOrDefault(metric, List.of());
  }

  /** Those that go by when there are readings of this metric. */
  List<SilenceCheck> onSilenceOf(String metric) {
    return onSilence.getOrDefault(metric, List.of());
  }

  /** Those that a clock which goes on concerns, as it does {@link #overstays}. */
  List<SilenceCheck> silences() {
    return silences;
  }

  List<OverstayCheck> overstays() {
    return overstays;
  }

  /** What a rule that judges this metric looks at the readings of, if there is such a rule. */
  Optional<String> metricOf(String judged) {
    return Optional.ofNullable(metrics.get(judged));
  }

  /** Whether anything changes for everyone after one time and up to another. */
  boolean changesWithin(long after, long upTo) {
    return books.parts().size() > 1 && nextChange(after) <= upTo;
  }

  /** The first time after this one at which another book comes into force, {@link Long#MAX_VALUE} if none does. */
  long nextChange(long after) {
    for (Timeline.Part<RuleBook> part : books.parts()) {
      if (part.from() > after) {
        return part.from();
      }
    }
    return Long.MAX_VALUE;
  }

  /** Those on values for which it counts how long an excursion has lasted. */
  List<BoundsCheck> byLength() {
    return byLength;
  }

  /** Those for which it counts how long something has lasted. */
  List<Check> byTime() {
    return byTime;
  }

  /** Those that do not judge a stay from its beginning on. */
  List<Check> graceful() {
    return graceful;
  }

  /** Whether something may become a violation, or be another one, when nothing happens but that time goes by. */
  boolean goByClock() {
    return !silences.isEmpty() || !overstays.isEmpty() || !byLength.isEmpty() || !graceful.isEmpty() || books.parts().size() > 1;
  }

  /** Whether any reading may be faulty. */
  boolean seesFaults() {
    return !plausible.isEmpty();
  }

  boolean seesFaultsOf(String metric) {
    return plausible.containsKey(metric);
  }

  /** Readings of a metric as they count: those that are faulty have no value. */
  Values plausible(String metric, Values readings) {
    Timeline<Plausible> known = plausible.get(metric);
    return known == null ? readings : new PlausibleValues(readings, known);
  }

  /** What sensors can mean by a metric at any time from one to another, both included, where that is limited. */
  List<Plausible> plausible(String metric, long from, long to) {
    Timeline<Plausible> known = plausible.getOrDefault(metric, Timeline.none());
    return Stream.concat(Stream.of(from), known.changesWithin(from, to).stream()).flatMap(time -> known.at(time).stream()).toList();
  }

  /** The first moment at which the other rules say otherwise what sensors can mean by a metric. */
  OptionalLong firstDifference(RuleIndex other, String metric) {
    return plausible.getOrDefault(metric, Timeline.none()).firstDifference(other.plausible.getOrDefault(metric, Timeline.none()));
  }

  /** Those that everyone's coming and leaving concerns. */
  List<PresenceCheck> onPresence() {
    return onPresence;
  }
}
