package kongo.location;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import kongo.excursion.Values;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;

/**
 * From which time on the readings of each series are needed when nothing before a time changes any more: for what
 * begins then or later, and for the excursions that reach up to it, from their beginnings on. May need rows to tell.
 */
final class NeededReadings implements IntToLongFunction {

  private final ReadingMemory memory;
  private final RuleIndex rules;
  private final Function<Function<Integer, Values>, Judgement> judgement;
  private final Function<Integer, Values> readings;
  private final long since;
  private final Map<Integer, Long> known = new HashMap<>();

  /**
   * @param judgement of the Location as it is, and may come to be, by the readings that it is given
   * @param readings by the number of their series
   * @param since nothing before this time changes any more
   */
  NeededReadings(
      ReadingMemory memory,
      RuleIndex rules,
      Function<Function<Integer, Values>, Judgement> judgement,
      Function<Integer, Values> readings,
      long since) {
    this.memory = memory;
    this.rules = rules;
    this.judgement = judgement;
    this.readings = readings;
    this.since = since;
  }

  /** @throws HistoryMissing if rows of the own journal have to be read first */
  @Override
  public long applyAsLong(int number) {
    Long found = known.get(number);
    if (found == null) {
      found = earliest(number);
      known.put(number, found);
    }
    return found;
  }

  private long earliest(int number) {
    String metric = memory.keys().get(number).metric();
    long heard = rules.onSilenceOf(metric).isEmpty() ? since : lastSignBefore(metric, number);
    return rules.on(metric).stream()
        .mapToLong(check -> Math.min(carried(check, number), ofRuns(check, number)))
        .reduce(heard, Math::min);
  }

  /** From which a silence may be counted that reaches up to then. */
  private long lastSignBefore(String metric, int number) {
    if (rules.seesFaultsOf(metric)) {
      // Of readings that are faulty only the very first may count, and that of a presence of a Goods at itself.
      ReadingTimes heard = new ReadingTimes(List.of(rules.plausible(metric, readings.apply(number))), true, true);
      long sign = heard.before(since);
      return Math.min(sign == Values.NONE ? since : sign, firstOfPresence(heard, sign));
    }
    if (memory.memory(number).mayLackLast()) {
      return lastOfRows(number);
    }
    if (lastTime(number) < since) {
      // The last reading of a series does not leave memory.
      return since;
    }
    long last = memory.anyBefore(number, since);
    boolean isSure = last == Values.NONE || !memory.mayBeAmended(number, last, since - 1);
    long counting = isSure ? last : readings.apply(number).before(since, Values.NONE + 1);
    return counting == Values.NONE ? since : counting;
  }

  /** @param sign the last one */
  private long firstOfPresence(ReadingTimes heard, long sign) {
    return judgement.apply(readings).presencesAtItself(since)
        .filter(stay -> sign < stay.from() && stay.from() < since)
        .mapToLong(stay -> heard.firstSince(stay.from()))
        .filter(first -> first != Values.NONE)
        .reduce(since, Math::min);
  }

  /** What a value follows from that holds into a stay which begins then or later. */
  private long carried(SensorCheck check, int number) {
    if (memory.memory(number).mayLackLast()) {
      return lastOfRows(number);
    }
    if (memory.mayBeAmended(number, longBefore(check), since - 1)) {
      // Which of them count only rows tell.
      return longBefore(check);
    }
    if (check.readingsOfValue() == 1 && lastTime(number) < since) {
      // The last reading of a series does not leave memory.
      return since;
    }
    long time = since;
    for (int i = 0; i < check.readingsOfValue(); i++) {
      long earlier = memory.anyBefore(number, time);
      time = earlier == Values.NONE ? time : earlier;
    }
    return Math.max(time, longBefore(check));
  }

  /** The last readings that count, where memory does not have them. */
  private long lastOfRows(int number) {
    Values all = readings.apply(number);
    long needed = since;
    long time = all.last();
    for (int i = 0; i < SeriesMemory.LAST && time != Values.NONE; i++) {
      needed = Math.min(needed, time);
      time = all.before(time, Values.NONE + 1);
    }
    return needed;
  }

  private long longBefore(SensorCheck check) {
    return since - 2 * Math.min(check.hold(), Long.MAX_VALUE / 4);
  }

  private long lastTime(int number) {
    return readings.apply(number).last();
  }

  /** What the excursions that reach up to then follow from. */
  private long ofRuns(SensorCheck check, int number) {
    Judgement now = judgement.apply(readings);
    long first = Math.min(longBefore(check) - check.merge(), lastTime(number));
    if (check.bands(now.place()).stream().noneMatch(band -> check.mayBreak(memory, number, first, since, band))) {
      return since;
    }
    EarliestSeen seen = new EarliestSeen(readings.apply(number));
    Judgement looking = judgement.apply(any -> seen);
    Series series = new Series(number, memory.keys().get(number).sensor());
    looking.lookAt(check, series, new Span(since, since, lastTime(number) < since));
    // Values that end no excursion may go on for long without being part of any.
    return check.hasDeadband() && looking.found().isEmpty() ? since : Math.min(since, seen.earliest());
  }
}
