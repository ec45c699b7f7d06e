package kongo.location;

import java.util.function.BiFunction;
import kongo.excursion.Band;
import kongo.excursion.Rates;
import kongo.excursion.Values;
import kongo.location.DeferralHint.Range;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;

/** Rule books at work of which the part that checks rates makes a mistake. */
public final class PlantedRules {

  private PlantedRules() {}

  /** Readings that break no other rule may wait. */
  public static RuleIndex harmlessIgnoresRates(RuleBook book) {
    return planted(book, (rule, condition) -> new RateCheck(rule, condition) {
      @Override
      Range quiet(Band band, long after) {
        return Range.anythingAfter(after);
      }
    });
  }

  /** Rows of the journal whose values are all inside the bounds of the rate are not read. */
  public static RuleIndex rowsAreSkippedThoughRatesNeedThem(RuleBook book) {
    return planted(book, (rule, condition) -> new RateCheck(rule, condition) {
      @Override
      Values values(Values readings) {
        return new Skipping(readings, new Rates(readings, hold()));
      }
    });
  }

  /** After a late reading the one after it keeps the rate that it had. */
  public static RuleIndex rateAfterALateReadingIsForgotten(RuleBook book) {
    return planted(book, (rule, condition) -> new RateCheck(rule, condition) {
      @Override
      long lastChanged(Values before, long last) {
        return last;
      }
    });
  }

  private static RuleIndex planted(RuleBook book, BiFunction<Rule, Rate, SensorCheck> instead) {
    return new RuleIndex(book, check ->
        check.rule().condition() instanceof Rate condition ? instead.apply(check.rule(), condition) : check);
  }

  private record Skipping(Values readings, Values rates) implements Values {

    @Override
    public long before(long time, long notBefore) {
      return rates.before(time, notBefore);
    }

    @Override
    public long after(long time, long notAfter) {
      return rates.after(time, notAfter);
    }

    @Override
    public long last() {
      return rates.last();
    }

    @Override
    public long nextBreaking(Band band, long from, long to) {
      try {
        return rates.nextBreaking(band, from, to);
      } catch (HistoryMissing missing) {
        long found = readings.nextBreaking(band, from, to);
        while (found != NONE && !rates.breaks(found, band)) {
          found = readings.nextBreaking(band, found + 1, to);
        }
        return found;
      }
    }

    @Override
    public double at(long time) {
      return rates.at(time);
    }

    @Override
    public boolean breaks(long time, Band band) {
      return rates.breaks(time, band);
    }
  }
}
