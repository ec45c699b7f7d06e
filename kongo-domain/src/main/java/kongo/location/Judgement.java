package kongo.location;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.excursion.Run;
import kongo.excursion.StayRuns;
import kongo.excursion.Values;
import kongo.goods.Stay;
import kongo.location.Check.Sight;
import kongo.rules.Rule;
import kongo.violation.Status;
import kongo.violation.Violation;
import kongo.violation.ViolationId;

/** The excursions of one Location at one side of an event, by the rules of that side, as far as they were looked at. */
final class Judgement {

  static final long END_OF_TIME = Long.MAX_VALUE;

  private final String location;
  private final RuleIndex rules;
  private final Place place;
  private final Presence.View presence;
  private final long clock;
  private final long heardTo;
  private final ReadingMemory memory;
  private final Function<Integer, Values> measured;
  private final ToLongFunction<String> newest;
  private final Map<String, Violation> found = new TreeMap<>();

  Judgement(
      String location,
      RuleIndex rules,
      Place place,
      Presence.View presence,
      long clock,
      long heardTo,
      ReadingMemory memory,
      Function<Integer, Values> measured,
      ToLongFunction<String> newest) {
    this.location = location;
    this.rules = rules;
    this.place = place;
    this.presence = presence;
    this.clock = clock;
    this.heardTo = heardTo;
    this.memory = memory;
    this.measured = measured;
    this.newest = newest;
  }

  /** By id. */
  Map<String, Violation> found() {
    return found;
  }

  RuleIndex rules() {
    return rules;
  }

  Place place() {
    return place;
  }

  Presence.View presence() {
    return presence;
  }

  /** Those that are faulty by the rules of this side have no value. */
  Values measured(int series) {
    Values readings = measured.apply(series);
    return rules.seesFaults() ? rules.plausible(memory.keys().get(series).metric(), readings) : readings;
  }

  List<SeriesKey> keys() {
    return memory.keys();
  }

  /** Whether time has come to its end here, to ask what is a violation or may yet become one. */
  boolean tellsWhatMayBe() {
    return clock == END_OF_TIME;
  }

  /** How far time has provably come; see {@link Clock}. */
  long clock() {
    return clock;
  }

  /** Up to when it is known what was heard; see {@link Ahead}. Nothing is silent beyond. */
  long heardTo() {
    return heardTo;
  }

  /** Whether readings are still to come from before the clock. */
  boolean mayHearMore() {
    return heardTo < clock;
  }

  /** When any sensor gave a sign of life. */
  ReadingTimes signsFor(SilenceCheck check) {
    List<Values> series = rules.signsOfLife(memory.seriesOf(check.metric(), this::measured));
    return new ReadingTimes(series, rules.seesFaultsOf(check.metric()), check.isAboutLocation());
  }

  /** Whether a reading is the first of the Goods at itself in one of its presences: then it is a sign, though it may be faulty. */
  boolean isFirstOfPresence(SilenceCheck check, long time) {
    ReadingTimes heard = signsFor(check);
    return presencesAtItself(time)
        .anyMatch(stay -> stay.from() <= time && time < stay.to() && heard.isNoneBetween(stay.from(), time));
  }

  /** The first readings of the Goods at itself, in those of its presences from which nothing else is a sign of life. */
  LongStream faultyFirsts(SilenceCheck check) {
    if (!rules.seesFaultsOf(check.metric())) {
      return LongStream.empty();
    }
    long newest = newest(check);
    ReadingTimes heard = signsFor(check);
    return presencesAtItself(newest)
        .filter(stay -> stay.from() > newest)
        .flatMapToLong(stay -> LongStream.of(heard.firstSince(stay.from())).filter(time -> time < stay.to()))
        .filter(time -> time != Values.NONE);
  }

  /** Those of the Goods whose own place it is that have not ended before a time. */
  Stream<Stay> presencesAtItself(long time) {
    return presence.of(location).filter(GoodsHere::isAtItself).stream().flatMap(goods -> goods.staysFrom(time).stream());
  }

  /** Looks at the runs in a series that a change within the span can have touched, of everyone whom the check is about. */
  void lookAt(Check check, Series series, Span span) {
    if (check.isAboutLocation()) {
      lookAtLocation(check, series, span);
    } else {
      presence.since(span.first()).forEach(goods -> lookAt(goods, check, series, span));
    }
  }

  /** The same of one Goods. */
  void lookAt(GoodsHere goods, Check check, Series series, Span span) {
    if (!check.concerns(goods)) {
      return;
    }
    boolean neverChange = Terms.neverChange(check.inTime(), place, goods);
    long reach = span.reach(check.inTime().longestHold());
    for (Stay stay : goods.staysFrom(span.first())) {
      if (stay.from() > reach) {
        return;
      }
      if (!neverChange) {
        look(check, series, span, Optional.of(goods), parts(check, series, goods, stay));
      } else if (holdsDuring(check.rule(), stay)) {
        look(check, new Sight(this, series, Optional.of(goods), Interval.of(stay), Optional.empty()), span);
      }
    }
  }

  /** The parts of a stay during which the rule of a check applies on equal terms, as they are for a series. */
  List<Term> parts(Check check, Series series, GoodsHere goods, Stay stay) {
    return Terms.during(check.inTime(), place, goods, stay).parts(rules.boundsCountUpTo(clock), () -> newestOf(series));
  }

  private long newestOf(Series series) {
    return series.number() < 0 ? clock : measured(series.number()).last();
  }

  /** Up to when bounds between terms count in a series. */
  long reached(Series series) {
    return Math.max(clock, newestOf(series));
  }

  private void look(Check check, Series series, Span span, Optional<GoodsHere> goods, List<Term> parts) {
    for (Term part : parts) {
      if (part.check() == check && isTouched(check, series, span, part.interval())) {
        look(check, new Sight(this, series, goods, part.interval(), part.earlier()), span.upTo(part.interval().to()));
      }
    }
  }

  /** Of what is silent everything after its last reading goes by that reading. */
  private boolean isTouched(Check check, Series series, Span span, Interval part) {
    boolean isBefore = part.to() < span.first();
    if (!isBefore && part.from() <= span.reach(check.hold())) {
      return true;
    }
    if (series.number() < 0) {
      return false;
    }
    Values values = measured(series.number());
    return isBefore ? span.atEnd() && values.before(span.first(), Values.NONE + 1) < part.to() : values.last() < part.from();
  }

  private void look(Check check, Sight sight, Span span) {
    check.runs(sight, span, found -> add(violation(sight, check, found)));
  }

  /** Whether the rule is for another kind of place than this one is known to be. */
  boolean excludes(Check check) {
    return check.excludes(place.type());
  }

  private boolean holdsDuring(Rule rule, Stay stay) {
    return rule.holdsAt(place.type().orElse(stay.namedAs()));
  }

  /** The same of the Location itself. */
  void lookAtLocation(Check check, Series series, Span span) {
    if (!Terms.neverChange(check.inTime(), place)) {
      look(check, series, span, Optional.empty(), partsOfLife(check, series));
    } else if (holdsHere(check.rule())) {
      look(check, new Sight(this, series, Optional.empty(), Interval.LIFE, Optional.empty()), span);
    }
  }

  /** The same of the Location's life. */
  List<Term> partsOfLife(Check check, Series series) {
    return Terms.ofLife(check.inTime(), place).parts(rules.boundsCountUpTo(clock), () -> newestOf(series));
  }

  private boolean holdsHere(Rule rule) {
    return !place.isOwn() && (rule.at().isEmpty() || rule.at().equals(place.type()));
  }

  /** Time of the newest sign of life, {@link Values#NONE} if there is none. */
  long newest(SilenceCheck check) {
    boolean isKnown = memory.isOriginal(check.metric()) && !rules.seesFaultsOf(check.metric());
    return isKnown ? newest.applyAsLong(check.metric()) : signsFor(check).last();
  }

  private void add(Violation violation) {
    found.put(violation.id(), violation);
  }

  private Violation violation(Sight sight, Check check, Finding found) {
    Rule rule = check.rule();
    Run run = found.run();
    String goods = sight.goods().map(GoodsHere::goods).orElse(null);
    String subject = goods == null ? location : goods;
    String sensor = sight.series().sensor();
    return new Violation(
        ViolationId.of(subject, rule.name(), location, sensor, run.from()),
        run.isOpen() ? Status.OPEN : Status.CLOSED,
        rule.condition().kind(),
        found.severity(),
        rule.name(),
        goods,
        location,
        rule.metric(),
        sensor,
        goods == null ? null : Long.valueOf(sight.interval().stay()),
        run.from(),
        run.isOpen() ? null : Long.valueOf(run.to()),
        run.isOfValues() ? Long.valueOf(run.count()) : null,
        run.isOfValues() ? Double.valueOf(run.worst()) : null,
        found.limit(),
        check.others(presence, run.from(), subject));
  }

  /**
   * A series of the Location.
   *
   * @param number of a measured series, -1 for a derived one
   */
  record Series(int number, String sensor) {
    static final Series DERIVED = new Series(-1, "");
  }

  /**
   * A span of event time within which something changed.
   *
   * @param atEnd see {@link StayRuns#touching}
   */
  record Span(long first, long last, boolean atEnd) {

    /** Of a derived series what has not ended. */
    static final Span NOW = new Span(Long.MAX_VALUE - 1, Long.MAX_VALUE, true);

    /** The part from this time on, if there is one. */
    Optional<Span> since(long time) {
      return last < time ? Optional.empty() : Optional.of(first >= time ? this : new Span(time, last, atEnd));
    }

    /** The same for what ends at this time. */
    Span upTo(long end) {
      return end >= first ? this : new Span(end, end, atEnd);
    }

    /** The latest start of a stay that a change in this span can concern. */
    long reach(long hold) {
      return last > Long.MAX_VALUE - hold ? Long.MAX_VALUE : last + hold;
    }
  }
}
