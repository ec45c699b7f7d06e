package kongo.location;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.DeferralHint.Range;
import kongo.location.DueByClock.Open;
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

  @Override
  final boolean looksAt(String readings) {
    return metric.equals(readings);
  }

  final String metric() {
    return metric;
  }

  @Override
  final List<Open> open(Judgement now, OpenSeries series, RunBegins begins, Band band) {
    List<Open> open = new ArrayList<>();
    BitSet all = series.of(now.keys().size(), number -> isOpenUnderAny(now, number));
    for (int number = all.nextSetBit(0); number >= 0; number = all.nextSetBit(number + 1)) {
      SeriesKey key = now.keys().get(number);
      if (key.metric().equals(metric) && isOpen(now, number)) {
        open.add(new Open(new Series(number, key.sensor()), begins.of(this, number, values(now.measured(number)), band)));
      }
    }
    return open;
  }

  private static boolean isOpenUnderAny(Judgement now, int number) {
    return now.rules().on(now.keys().get(number).metric()).stream().anyMatch(check -> check.times().length > 0 && check.isOpen(now, number));
  }

  private boolean isOpen(Judgement now, int number) {
    Values values = values(now.measured(number));
    long last = values.last();
    return last != Values.NONE && bands(now.place()).stream().anyMatch(band -> values.breaks(last, clear(band)));
  }

  /** Whether the last value may be part of an excursion though it breaks no bound. */
  abstract boolean mayGoOn(SeriesMemory series, Band band);

  @Override
  final Values values(Sight sight) {
    return values(sight.side().measured(sight.series().number()));
  }

  @Override
  final boolean carriesOld(Sight sight, Values values) {
    return sight.earlier().filter(earlier -> isSame(earlier.check()) && values.last() < sight.from() && goesOnUpToTheEnd(sight.of(earlier), earlier)).isPresent();
  }

  private boolean isSame(Check other) {
    return rule().metric().equals(other.rule().metric()) && other instanceof SensorCheck;
  }

  /** Whether a run ends with a part of a stay after whose beginning nothing is heard. */
  private static boolean goesOnUpToTheEnd(Sight sight, Term part) {
    boolean[] found = {false};
    part.check().runs(sight, new Span(sight.to() - 1, sight.to() - 1, true), one -> found[0] |= one.run().to() == sight.to());
    return found[0];
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
