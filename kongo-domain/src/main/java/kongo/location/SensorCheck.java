package kongo.location;

import java.util.List;
import java.util.function.Consumer;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.DeferralHint.Range;
import kongo.location.Judgement.Series;
import kongo.location.Judgement.Span;
import kongo.rules.Bounds;
import kongo.rules.Rule;

/** Bounds on what follows from the readings of one sensor, one value for each reading and at its time. */
abstract class SensorCheck extends BoundsCheck {

  private static final long LONGEST_HOLD = 1L << 60;

  private final String metric;
  private final long hold;

  /** @param metric whose readings it looks at */
  SensorCheck(Rule rule, Bounds bounds, String metric, long holdMillis) {
    super(rule, bounds);
    this.metric = metric;
    this.hold = Math.min(holdMillis, LONGEST_HOLD);
  }

  /** The values that follow from a series of readings. */
  abstract Values values(Values readings);

  /** Time of the last value that new readings can have changed, the last of them at {@code last}. */
  abstract long lastChanged(Values before, long last);

  /** From how many neighbouring readings a value follows: its own, and those before it. */
  abstract int readingsOfValue();

  /** Whether readings within [first, last] may make values that break the band, without a look into rows. */
  abstract boolean mayBreak(ReadingMemory memory, int number, long first, long last, Band band);

  /** Which later readings break nothing and change nothing, whatever comes between; the latest is at {@code after}. */
  abstract Range quiet(Band band, long after);

  final String metric() {
    return metric;
  }

  @Override
  final Values values(Sight sight) {
    return values(sight.side().measured(sight.series().number()));
  }

  @Override
  final long hold() {
    return hold;
  }

  @Override
  final void forEachSeries(List<SeriesKey> keys, Consumer<Series> action) {
    for (int number = 0; number < keys.size(); number++) {
      if (keys.get(number).metric().equals(metric)) {
        action.accept(new Series(number, keys.get(number).sensor()));
      }
    }
  }

  @Override
  final Span spanOfStay(Judgement before, Series series, Span span) {
    return new Span(span.first(), span.last(), before.measured(series.number()).last() < span.first());
  }

  @Override
  final Span end(Judgement now, Series series) {
    return new Span(now.measured(series.number()).last() + 1, Long.MAX_VALUE, true);
  }

  @Override
  final List<String> others(Presence.View presence, long from, String subject) {
    return List.of();
  }
}
