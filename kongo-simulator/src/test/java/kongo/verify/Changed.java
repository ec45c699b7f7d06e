package kongo.verify;

import kongo.violation.Limit;
import kongo.violation.Violation;

/** Violations that differ from others in one field. */
final class Changed {

  private Changed() {}

  static Violation id(Violation v, String id) {
    return new Violation(
        id, v.status(), v.kind(), v.severity(), v.rule(), v.goods(), v.location(), v.metric(), v.sensor(), v.stay(), v.from(), v.to(),
        v.count(), v.worst(), v.limit(), v.others());
  }

  static Violation limit(Violation v, Limit limit) {
    return new Violation(
        v.id(), v.status(), v.kind(), v.severity(), v.rule(), v.goods(), v.location(), v.metric(), v.sensor(), v.stay(), v.from(),
        v.to(), v.count(), v.worst(), limit, v.others());
  }

  static Violation count(Violation v, Long count) {
    return new Violation(
        v.id(), v.status(), v.kind(), v.severity(), v.rule(), v.goods(), v.location(), v.metric(), v.sensor(), v.stay(), v.from(),
        v.to(), count, v.worst(), v.limit(), v.others());
  }
}
