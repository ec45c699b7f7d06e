package kongo.location;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import kongo.excursion.Band;
import kongo.excursion.FollowingValues;
import kongo.excursion.PlausibleValues;
import kongo.excursion.Rates;
import kongo.excursion.Values;
import kongo.location.DeferralHint.Range;
import kongo.location.Judgement.Span;
import kongo.rules.Damping;
import kongo.rules.Measured;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;

/** Rule books at work of which the part that checks rates makes a mistake. */
public final class PlantedRules {

  private PlantedRules() {}

  /** Readings that break no other rule may wait. */
  public static RuleIndex harmlessIgnoresRates(RuleHistory books) {
    return planted(books, (rule, condition) -> new RateCheck(rule, condition) {
      @Override
      Range quiet(Band band, long after) {
        return Range.anythingAfter(after);
      }
    });
  }

  /** Rows of the journal whose values are all inside the bounds of the rate are not read. */
  public static RuleIndex rowsAreSkippedThoughRatesNeedThem(RuleHistory books) {
    return planted(books, (rule, condition) -> new RateCheck(rule, condition) {
      @Override
      Values values(Values readings) {
        return new Skipping(readings, new Rates(readings, hold()));
      }
    });
  }

  /** After a late reading the one after it keeps the rate that it had. */
  public static RuleIndex rateAfterALateReadingIsForgotten(RuleHistory books) {
    return planted(books, (rule, condition) -> new RateCheck(rule, condition) {
      @Override
      long lastChanged(Values before, long last) {
        return last;
      }
    });
  }

  /** It is not looked at again how long an excursion has lasted: not when the clock moves, nor when its values go on. */
  public static RuleIndex lengthIsLookedAtOnlyWhenValuesChange(RuleHistory books) {
    return plantedReadings(books, (rule, condition) -> new MeasuredCheck(rule, condition) {
      @Override
      LongStream everyTime() {
        return LongStream.empty();
      }
    });
  }

  /** The same, but for what an excursion has to last to be one. */
  public static RuleIndex escalationIsLookedAtOnlyWhenValuesChange(RuleHistory books) {
    return plantedReadings(books, (rule, condition) -> new MeasuredCheck(rule, condition) {
      @Override
      LongStream everyTime() {
        return LongStream.of(rule.damping().delayMillis()).filter(time -> time > 0);
      }
    });
  }

  /** A value holds over faulty readings after it. */
  public static RuleIndex faultyReadingsEndNothing(RuleHistory books) {
    return plantedReadings(books, (rule, condition) -> new MeasuredCheck(rule, condition) {
      @Override
      Values values(Values readings) {
        return new WithoutFaulty(readings);
      }
    });
  }

  /** Runs that are close to each other stay apart. */
  public static RuleIndex nothingIsMerged(RuleHistory books) {
    return new RuleIndex(new RuleHistory(books.sent().stream().map(PlantedRules::withoutMerge).toList()));
  }

  private static RuleHistory.Sent withoutMerge(RuleHistory.Sent sent) {
    RuleBook book = sent.book();
    List<Rule> rules = book.rules().stream().map(PlantedRules::withoutMerge).toList();
    return new RuleHistory.Sent(sent.offset(), sent.from(), RuleBooks.of(rules, book.settleMillis(), book.plausible(), book.builtIn()));
  }

  private static Rule withoutMerge(Rule rule) {
    Damping damping = new Damping(rule.damping().deadband(), 0, rule.damping().delayMillis());
    return new Rule(rule.name(), rule.condition(), damping, rule.graceMillis(), rule.at(), rule.subject(), rule.categories(), rule.ranking());
  }

  /** Runs are too short before they are taken for one with those that are close to them. */
  public static RuleIndex mergedAfterTheDelay(RuleHistory books) {
    return plantedReadings(books, MergedTooLate::new);
  }

  private static final class MergedTooLate extends MeasuredCheck {

    private final MeasuredCheck single;

    MergedTooLate(Rule rule, Measured condition) {
      super(rule, condition);
      single = new MeasuredCheck(withoutMerge(rule), condition);
    }

    @Override
    void isPartOf(RuleInTime all) {
      super.isPartOf(all);
      single.isPartOf(all);
    }

    @Override
    void runs(Sight sight, Span span, Consumer<Finding> found) {
      super.runs(sight, span, one -> {
        boolean[] isAny = {false};
        long end = one.run().isOpen() ? Long.MAX_VALUE - 1 : one.run().to();
        single.runs(sight, new Span(one.run().from(), end, span.atEnd()), part -> isAny[0] = true);
        if (isAny[0]) {
          found.accept(one);
        }
      });
    }
  }

  /** A value inside of the deadband may wait, though an excursion goes on by it. */
  public static RuleIndex harmlessIgnoresDeadbands(RuleHistory books) {
    return plantedReadings(books, (rule, condition) -> new MeasuredCheck(rule, condition) {
      @Override
      boolean mayGoOn(SeriesMemory series, Band band) {
        return false;
      }
    });
  }

  /** Bounds between terms count as soon as they are known. */
  public static RuleIndex boundsCountBeforeTheClock(RuleHistory books) {
    return new RuleIndex(books) {
      @Override
      long boundsCountUpTo(long clock) {
        return Long.MAX_VALUE - 1;
      }
    };
  }

  /** Nothing is looked at again when the clock comes to a bound between terms. */
  public static RuleIndex boundsAreNotLookedAtWhenTheClockMoves(RuleHistory books) {
    return new RuleIndex(books) {
      @Override
      boolean changesWithin(long after, long upTo) {
        return false;
      }
    };
  }

  /** One sensor of a metric is listened to, and no other. */
  public static RuleIndex silenceOfTheFirstSensor(RuleHistory books) {
    return new RuleIndex(books) {
      @Override
      List<Values> signsOfLife(List<Values> series) {
        return series.subList(0, Math.min(1, series.size()));
      }
    };
  }

  /** The newest book is known, and not looked into. */
  public static RuleIndex withoutTheNewest(RuleHistory books) {
    List<RuleHistory.Sent> sent = new ArrayList<>(books.sent());
    if (sent.size() > 1) {
      RuleHistory.Sent newest = sent.remove(sent.size() - 1);
      sent.add(new RuleHistory.Sent(newest.offset(), newest.from(), sent.get(sent.size() - 1).book()));
    }
    return new RuleIndex(new RuleHistory(sent));
  }

  /** What a node judges by whose indexes have a fault. */
  public static RuleVersions versions(RuleHistory books, Function<RuleHistory, RuleIndex> indexes) {
    return new RuleVersions(books, indexes);
  }

  private static RuleIndex plantedReadings(RuleHistory books, BiFunction<Rule, Measured, SensorCheck> instead) {
    return new RuleIndex(books, check ->
        check.rule().condition() instanceof Measured condition ? instead.apply(check.rule(), condition) : check);
  }

  private static final class WithoutFaulty extends FollowingValues {

    WithoutFaulty(Values readings) {
      super(readings);
    }

    @Override
    public long before(long time, long notBefore) {
      long found = readings.before(time, notBefore);
      while (found != NONE && PlausibleValues.isFaulty(readings.at(found))) {
        found = readings.before(found, notBefore);
      }
      return found;
    }

    @Override
    public long after(long time, long notAfter) {
      long found = readings.after(time, notAfter);
      while (found != NONE && PlausibleValues.isFaulty(readings.at(found))) {
        found = readings.after(found, notAfter);
      }
      return found;
    }
  }

  private static RuleIndex planted(RuleHistory books, BiFunction<Rule, Rate, SensorCheck> instead) {
    return new RuleIndex(books, check ->
        check.rule().condition() instanceof Rate condition ? instead.apply(check.rule(), condition) : check);
  }

  private static final class Skipping extends FollowingValues {
    private final Values all;

    Skipping(Values all, Values rates) {
      super(rates);
      this.all = all;
    }

    @Override
    public long nextBreaking(Band band, long from, long to) {
      try {
        return super.nextBreaking(band, from, to);
      } catch (HistoryMissing missing) {
        long found = all.nextBreaking(band, from, to);
        while (found != NONE && !breaks(found, band)) {
          found = all.nextBreaking(band, found + 1, to);
        }
        return found;
      }
    }
  }
}
