package kongo.reference;

import java.util.List;
import kongo.goods.Stay;
import kongo.rules.Overstay;
import kongo.rules.Rule;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;

/** Section 7: stays that lasted too long. */
record Overstays(Place place, Interval interval, Overstay condition) {

  List<Violation> find() {
    long tooLong = interval.wholeFrom() + condition.stayMillis();
    long from = Math.max(tooLong, interval.from());
    return from < interval.to() && place.clock() >= tooLong ? List.of(violation(from)) : List.of();
  }

  private Violation violation(long from) {
    Rule rule = interval.terms().rule();
    String goods = interval.visit().orElseThrow().goods();
    boolean isOpen = interval.to() == Stay.OPEN;
    long lasted = (isOpen ? place.clock() : interval.to()) - from;
    return new Violation(
        Ids.of(goods, rule.name(), place.id(), "", from), isOpen ? Status.OPEN : Status.CLOSED, Kind.OVERSTAY,
        place.books().severity(rule.name(), from, lasted, Severities.NOT_OUT), rule.name(), goods, place.id(), null, "",
        interval.wholeFrom(), from, isOpen ? null : interval.to(), null, null, Limit.ofStay(condition.stayMillis()), List.of());
  }
}
