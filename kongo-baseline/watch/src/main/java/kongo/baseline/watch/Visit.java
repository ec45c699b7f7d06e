package kongo.baseline.watch;

import java.util.ArrayList;
import java.util.List;

/** A Goods that is at a Location, or will be once time has come that far. */
final class Visit {

  static final long OPEN = Long.MAX_VALUE;

  final String goods;
  final long rules;
  final long from;
  long to;
  boolean begun;
  final List<Excursion> excursions = new ArrayList<>(0);

  /** @param rules that protect the Goods here */
  Visit(String goods, long rules, long from, long to) {
    this.goods = goods;
    this.rules = rules;
    this.from = from;
    this.to = to;
  }

  /** From which time on something happens: it counts with the first reading after its begin, until its end. */
  long nextChange() {
    return begun ? to : from + 1;
  }

  boolean isBroken(int rule, Series series) {
    for (int i = 0; i < excursions.size(); i++) {
      if (excursions.get(i).rule == rule && excursions.get(i).series == series) {
        return true;
      }
    }
    return false;
  }

  Alarm alarm(Excursion excursion, long end) {
    return new Alarm(goods, excursion.rule, excursion.series.sensor, from, excursion.from, end, excursion.count, excursion.worst);
  }
}
