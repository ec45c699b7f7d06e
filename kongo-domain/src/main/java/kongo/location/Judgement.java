package kongo.location;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kongo.excursion.Run;
import kongo.excursion.StayRuns;
import kongo.excursion.Values;
import kongo.goods.Stay;
import kongo.location.Check.Sight;
import kongo.registry.PlaceProfile;
import kongo.rules.Rule;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;

/** The excursions of one Location at one side of an event, by the rules of that side, as far as they were looked at. */
final class Judgement {

  private static final String NO_SENSOR = "-";

  private final String location;
  private final RuleIndex rules;
  private final Optional<PlaceProfile> place;
  private final Presence.View presence;
  private final Function<Integer, Values> measured;
  private final Map<String, Violation> found = new TreeMap<>();

  Judgement(
      String location,
      RuleIndex rules,
      Optional<PlaceProfile> place,
      Presence.View presence,
      Function<Integer, Values> measured) {
    this.location = location;
    this.rules = rules;
    this.place = place;
    this.presence = presence;
    this.measured = measured;
  }

  /** By id. */
  Map<String, Violation> found() {
    return found;
  }

  RuleIndex rules() {
    return rules;
  }

  Optional<PlaceProfile> place() {
    return place;
  }

  Presence.View presence() {
    return presence;
  }

  Values measured(int series) {
    return measured.apply(series);
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
    if (!check.concerns(goods.profile().categories())) {
      return;
    }
    long reach = span.reach(check.hold());
    for (Stay stay : goods.staysFrom(span.first())) {
      if (stay.from() > reach) {
        return;
      }
      if (holdsDuring(check.rule(), stay)) {
        Sight sight = new Sight(this, series, Optional.of(goods), stay.from(), stay.to());
        check.runs(sight, span, (run, limit) -> add(violation(goods.goods(), stay, check, series.sensor(), run, limit)));
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

  /** The same of the Location itself. */
  void lookAtLocation(Check check, Series series, Span span) {
    if (holdsHere(check.rule())) {
      Sight sight = new Sight(this, series, Optional.empty(), 0, StayRuns.LASTING);
      check.runs(sight, span, (run, limit) -> add(violation(null, null, check, series.sensor(), run, limit)));
    }
  }

  private boolean holdsHere(Rule rule) {
    return rule.at().map(type -> place.map(known -> known.type() == type).orElse(false)).orElse(true);
  }

  private void add(Violation violation) {
    found.put(violation.id(), violation);
  }

  private Violation violation(String goods, Stay stay, Check check, String sensor, Run run, Limit limit) {
    Rule rule = check.rule();
    String subject = goods == null ? location : goods;
    String id =
        subject + "/" + rule.name() + "/" + location + "/" + (sensor.isEmpty() ? NO_SENSOR : sensor) + "/" + run.from();
    return new Violation(
        id,
        run.isOpen() ? Status.OPEN : Status.CLOSED,
        rule.condition().kind(),
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
        limit,
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

    /** The part from this time on, if there is one. */
    Optional<Span> since(long time) {
      return last < time ? Optional.empty() : Optional.of(first >= time ? this : new Span(time, last, atEnd));
    }

    /** The latest start of a stay that a change in this span can concern. */
    long reach(long hold) {
      return last > Long.MAX_VALUE - hold ? Long.MAX_VALUE : last + hold;
    }
  }
}
