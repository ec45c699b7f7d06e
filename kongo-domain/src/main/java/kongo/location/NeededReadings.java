package kongo.location;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import kongo.excursion.Band;
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
   * @param judgement of the Location as it is, by the readings that it is given
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
    return rules.on(memory.keys().get(number).metric()).stream()
        .mapToLong(check -> Math.min(carried(check, number), ofRuns(check, number)))
        .reduce(since, Math::min);
  }

  /** What a value follows from that holds into a stay which begins then or later. */
  private long carried(SensorCheck check, int number) {
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

  private long longBefore(SensorCheck check) {
    return since - 2 * Math.min(check.hold(), Long.MAX_VALUE / 4);
  }

  private long lastTime(int number) {
    SeriesMemory series = memory.memory(number);
    return series.time(series.size() - 1);
  }

  /** What the excursions that reach up to then follow from. */
  private long ofRuns(SensorCheck check, int number) {
    Judgement now = judgement.apply(readings);
    Optional<Band> band = check.band(now.place());
    long first = Math.min(longBefore(check), lastTime(number));
    if (band.isEmpty() || !check.mayBreak(memory, number, first, since, band.get())) {
      return since;
    }
    EarliestSeen seen = new EarliestSeen(readings.apply(number));
    Judgement looking = judgement.apply(any -> seen);
    Series series = new Series(number, memory.keys().get(number).sensor());
    looking.lookAt(check, series, new Span(since, since, lastTime(number) < since));
    return Math.min(since, seen.earliest());
  }
}
