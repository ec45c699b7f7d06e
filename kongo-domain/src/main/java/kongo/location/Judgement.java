package kongo.location;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kongo.excursion.Band;
import kongo.excursion.Run;
import kongo.excursion.StayRuns;
import kongo.excursion.Values;
import kongo.goods.Stay;
import kongo.registry.PlaceProfile;
import kongo.rules.Rule;
import kongo.violation.Kind;
import kongo.violation.Status;
import kongo.violation.Violation;

/** The excursions of one Location at one side of an event, as far as they were looked at. */
final class Judgement {

  private static final int MOST_OTHERS = 10;
  private static final long DERIVED_HOLD = Long.MAX_VALUE;
  private static final long LONGEST_HOLD = 1L << 60;
  private static final String NO_SENSOR = "-";

  private final String location;
  private final Optional<PlaceProfile> place;
  private final Presence.View presence;
  private final Function<Integer, Values> measured;
  private final Map<String, Violation> found = new TreeMap<>();

  Judgement(
      String location, Optional<PlaceProfile> place, Presence.View presence, Function<Integer, Values> measured) {
    this.location = location;
    this.place = place;
    this.presence = presence;
    this.measured = measured;
  }

  /** By id. */
  Map<String, Violation> found() {
    return found;
  }

  Presence.View presence() {
    return presence;
  }

  Optional<Band> band(Rule rule) {
    return Band.of(rule, place);
  }

  Values measured(int series) {
    return measured.apply(series);
  }

  /**
   * Looks at the runs of a rule about Goods that a change within the span can have touched.
   *
   * @param series what the rule is applied to
   */
  void lookAt(GoodsHere goods, Rule rule, Series series, Span span) {
    if (!RuleIndex.concerns(rule, goods.profile().categories())) {
      return;
    }
    long reach = span.reach(hold(rule));
    for (Stay stay : goods.staysFrom(span.first())) {
      if (stay.from() > reach) {
        return;
      }
      if (holdsDuring(rule, stay)) {
        lookAt(goods, stay, rule, series, span);
      }
    }
  }

  /** Whether the rule is for another kind of place than this one is known to be. */
  boolean excludes(Rule rule) {
    return rule.excludes(place.map(PlaceProfile::type));
  }

  private boolean holdsDuring(Rule rule, Stay stay) {
    return rule.at().map(type -> type == place.map(PlaceProfile::type).orElse(stay.namedAs())).orElse(true);
  }

  private void lookAt(GoodsHere goods, Stay stay, Rule rule, Series series, Span span) {
    band(rule)
        .ifPresent(
            band -> {
              Values values = values(rule, series, goods);
              new StayRuns(values, band, hold(rule), stay.from(), stay.to())
                  .touching(
                      span.first(), span.last(), span.atEnd(),
                      run -> add(violation(goods.goods(), stay, rule, series.sensor(), run, band)));
            });
  }

  /** The same for a rule about the Location itself. */
  void lookAtLocation(Rule rule, Series series, Span span) {
    boolean holds = rule.at().map(type -> place.map(known -> known.type() == type).orElse(false)).orElse(true);
    Optional<Band> known = holds ? band(rule) : Optional.empty();
    known.ifPresent(
        band ->
            new StayRuns(locationValues(rule, series), band, hold(rule), 0, StayRuns.LASTING)
                .touching(
                    span.first(), span.last(), span.atEnd(),
                    run -> add(violation(null, null, rule, series.sensor(), run, band))));
  }

  private void add(Violation violation) {
    found.put(violation.id(), violation);
  }

  static long hold(Rule rule) {
    return rule.isDerived() ? DERIVED_HOLD : Math.min(rule.holdMillis(), LONGEST_HOLD);
  }

  private Values values(Rule rule, Series series, GoodsHere goods) {
    if (!rule.isDerived()) {
      return measured.apply(series.number());
    }
    if (rule.metric().equals(Rule.LOAD_WEIGHT)) {
      return presence.steps(rule.metric()).weights(true);
    }
    boolean countsItself =
        !rule.metric().equals(Rule.LOAD_COUNT) && Presence.contribution(rule.metric(), goods.profile()) > 0;
    return presence.steps(rule.metric()).counts(true, countsItself ? 1 : 0);
  }

  private Values locationValues(Rule rule, Series series) {
    if (!rule.isDerived()) {
      return measured.apply(series.number());
    }
    return rule.metric().equals(Rule.LOAD_WEIGHT)
        ? presence.steps(rule.metric()).weights(false)
        : presence.steps(rule.metric()).counts(false, 0);
  }

  private Violation violation(String goods, Stay stay, Rule rule, String sensor, Run run, Band band) {
    String subject = goods == null ? location : goods;
    String id =
        subject + "/" + rule.name() + "/" + location + "/" + (sensor.isEmpty() ? NO_SENSOR : sensor) + "/" + run.from();
    Kind kind = kind(rule);
    return new Violation(
        id,
        run.isOpen() ? Status.OPEN : Status.CLOSED,
        kind,
        rule.name(),
        goods,
        location,
        rule.metric(),
        sensor,
        stay == null ? null : Long.valueOf(stay.from()),
        run.from(),
        run.isOpen() ? null : Long.valueOf(run.to()),
        run.count(),
        run.worst(),
        band.limit(rule),
        kind == Kind.COLOCATION
            ? presence.others(rule.countedCategory(), run.from(), subject, MOST_OTHERS)
            : java.util.List.of());
  }

  private static Kind kind(Rule rule) {
    if (!rule.isDerived()) {
      return Kind.ENVIRONMENT;
    }
    return rule.metric().startsWith(Rule.ABOARD) ? Kind.COLOCATION : Kind.OVERLOAD;
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

    /** The latest start of a stay that a change in this span can concern. */
    long reach(long hold) {
      return last > Long.MAX_VALUE - hold ? Long.MAX_VALUE : last + hold;
    }
  }
}
