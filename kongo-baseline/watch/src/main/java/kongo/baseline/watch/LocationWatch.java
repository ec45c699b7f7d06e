package kongo.baseline.watch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** One Location: who is there, what was measured last, and which limits are broken. Readings have to come in the order of their times. */
public final class LocationWatch {

  final List<Series> series = new ArrayList<>();
  final List<Visit> visits = new ArrayList<>();
  private long nextChange = Long.MAX_VALUE;

  /** A Goods is here from that time on. */
  public void came(String goods, long rules, long time) {
    add(new Visit(goods, rules, time, Visit.OPEN));
  }

  void add(Visit visit) {
    visits.add(visit);
    nextChange = Math.min(nextChange, visit.nextChange());
  }

  /** A Goods is here until that time. */
  public void left(String goods, long time) {
    for (int i = visits.size() - 1; i >= 0; i--) {
      Visit visit = visits.get(i);
      if (visit.to == Visit.OPEN && visit.goods.equals(goods)) {
        end(visit, time);
        return;
      }
    }
  }

  private void end(Visit visit, long time) {
    if (time <= visit.from && !visit.begun) {
      visits.remove(visit);
    } else {
      visit.to = time;
      nextChange = Math.min(nextChange, visit.nextChange());
    }
  }

  /** A value was measured; what was known for that time already is left out. */
  public void measured(int metric, String sensor, long time, double value, Limits limits, Consumer<Alarm> alarms) {
    if (time >= nextChange) {
      change(time, limits, alarms);
    }
    Series of = series(metric, sensor);
    if (time <= of.time) {
      return;
    }
    long broken = limits.brokenBy(metric, value);
    if (of.excursions > 0) {
      goOn(of, time, value, broken, limits, alarms);
    }
    if (broken != 0) {
      begin(of, time, value, broken, alarms);
    }
    of.set(time, value);
  }

  Series series(int metric, String sensor) {
    for (int i = 0; i < series.size(); i++) {
      if (series.get(i).is(metric, sensor)) {
        return series.get(i);
      }
    }
    Series created = new Series(metric, sensor);
    series.add(created);
    return created;
  }

  private void change(long time, Limits limits, Consumer<Alarm> alarms) {
    nextChange = Long.MAX_VALUE;
    for (Iterator<Visit> each = visits.iterator(); each.hasNext(); ) {
      Visit visit = each.next();
      if (!visit.begun && visit.from < time) {
        visit.begun = true;
        series.forEach(carried -> carry(carried, visit, limits, alarms));
      }
      if (visit.begun && visit.to <= time) {
        visit.excursions.forEach(excursion -> end(visit, excursion, visit.to, limits, alarms));
        each.remove();
      } else {
        nextChange = Math.min(nextChange, visit.nextChange());
      }
    }
  }

  /** A value that holds counts for who comes. */
  private static void carry(Series of, Visit visit, Limits limits, Consumer<Alarm> alarms) {
    if (of.isEmpty()) {
      return;
    }
    long from = Math.max(visit.from, of.time);
    for (long left = limits.brokenBy(of.metric, of.value) & visit.rules; left != 0; left &= left - 1) {
      int rule = Long.numberOfTrailingZeros(left);
      if (from - of.time < limits.holdMillis(rule)) {
        open(visit, new Excursion(rule, of, from, 1, of.value), alarms);
      }
    }
  }

  private void goOn(Series of, long time, double value, long broken, Limits limits, Consumer<Alarm> alarms) {
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      for (Iterator<Excursion> each = visit.excursions.iterator(); each.hasNext(); ) {
        Excursion excursion = each.next();
        if (excursion.series != of) {
          continue;
        }
        boolean isSilent = time - of.time > limits.holdMillis(excursion.rule);
        if (isSilent || (broken & 1L << excursion.rule) == 0) {
          end(visit, excursion, time, limits, alarms);
          each.remove();
        } else {
          excursion.extend(value, limits);
        }
      }
    }
  }

  private void begin(Series of, long time, double value, long broken, Consumer<Alarm> alarms) {
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      for (long left = visit.begun ? broken & visit.rules : 0; left != 0; left &= left - 1) {
        int rule = Long.numberOfTrailingZeros(left);
        if (!visit.isBroken(rule, of)) {
          open(visit, new Excursion(rule, of, time, 1, value), alarms);
        }
      }
    }
  }

  private static void open(Visit visit, Excursion excursion, Consumer<Alarm> alarms) {
    visit.excursions.add(excursion);
    excursion.series.excursions++;
    alarms.accept(visit.alarm(excursion, Visit.OPEN));
  }

  private static void end(Visit visit, Excursion excursion, long time, Limits limits, Consumer<Alarm> alarms) {
    long holds = limits.holdMillis(excursion.rule);
    Series of = excursion.series;
    boolean isSilent = time - of.time > holds;
    of.excursions--;
    alarms.accept(visit.alarm(excursion, isSilent ? of.time + holds : time));
  }
}
