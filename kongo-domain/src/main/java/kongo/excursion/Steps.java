package kongo.excursion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A step function of event time that is 0 at first: how many Goods, or how many grams, are at a Location. Immutable.
 */
public final class Steps {

  public static final Steps NONE = new Steps(StepTree.EMPTY);

  private final StepTree tree;

  private Steps(StepTree tree) {
    this.tree = tree;
  }

  /** A function that is 0 from this time on, and was known before. */
  public static Steps knownSince(long time) {
    return new Steps(StepTree.of(List.of(new Points(new long[] {time}, new long[] {0}))));
  }

  /** Whether it changes before this time. */
  public boolean changesBefore(long time) {
    return tree.atOrBefore(time - 1) != Values.NONE;
  }

  /** Whether it changes after this time. */
  public boolean changesAfter(long time) {
    return !tree.isEmpty() && tree.last() > time;
  }

  /** The first time after this one at which it changes, {@link Values#NONE} if there is none. */
  public long nextChange(long time) {
    return tree.after(time);
  }

  /** The function grows by {@code amount} at {@code time}; the end of time is no change. */
  public record Change(long time, long amount) {}

  /** This function and these changes, given in any order. */
  public Steps plus(List<Change> changes) {
    List<Change> sums = sums(changes);
    if (sums.isEmpty()) {
      return this;
    }
    return new Steps(tree.isEmpty() ? StepTree.of(points(sums)) : with(sums));
  }

  /** By time, those of one time as one; without those that cancel each other. */
  private static List<Change> sums(List<Change> changes) {
    List<Change> sorted = new ArrayList<>(changes);
    sorted.sort(Comparator.comparingLong(Change::time));
    List<Change> sums = new ArrayList<>();
    for (int i = 0, next; i < sorted.size(); i = next) {
      long time = sorted.get(i).time();
      long amount = 0;
      for (next = i; next < sorted.size() && sorted.get(next).time() == time; next++) {
        amount += sorted.get(next).amount();
      }
      if (amount != 0 && time != Long.MAX_VALUE) {
        sums.add(new Change(time, amount));
      }
    }
    return sums;
  }

  private static List<Points> points(List<Change> sums) {
    List<Points> points = new ArrayList<>();
    for (int i = 0; i < sums.size(); i += Points.MOST) {
      List<Change> some = sums.subList(i, Math.min(sums.size(), i + Points.MOST));
      points.add(
          new Points(
              some.stream().mapToLong(Change::time).toArray(), some.stream().mapToLong(Change::amount).toArray()));
    }
    return points;
  }

  private StepTree with(List<Change> sums) {
    StepTree changed = tree;
    for (Change change : sums) {
      changed = changed.plus(change.time(), change.amount());
    }
    return changed;
  }

  /** The level after all changes up to and at this time. */
  public long levelAt(long time) {
    return tree.levelAt(time);
  }

  /** As a series of kilograms for levels in grams: for Goods, which see a value before the first change too. */
  public LastingValues weights(boolean seesInitial) {
    return new View(seesInitial, 0, true);
  }

  /**
   * As a series of counts.
   *
   * @param notCounted 1 for a Goods that is counted itself and sees only the others
   */
  public LastingValues counts(boolean seesInitial, int notCounted) {
    return new View(seesInitial, notCounted, false);
  }

  private final class View implements LastingValues {
    private static final long INITIAL = -1;

    private final boolean seesInitial;
    private final int notCounted;
    private final boolean grams;

    View(boolean seesInitial, int notCounted, boolean grams) {
      this.seesInitial = seesInitial;
      this.notCounted = notCounted;
      this.grams = grams;
    }

    @Override
    public long before(long time, long notBefore) {
      long found = orInitial(tree.atOrBefore(time - 1));
      return found >= notBefore ? found : NONE;
    }

    private long orInitial(long found) {
      return found == NONE && seesInitial ? INITIAL : found;
    }

    @Override
    public long after(long time, long notAfter) {
      long found = tree.after(time);
      return found <= notAfter ? found : NONE;
    }

    @Override
    public long last() {
      return orInitial(tree.last());
    }

    @Override
    public long nextBreaking(Band band, long from, long to) {
      long found = tree.firstBroken(level -> isBroken(level, band), from);
      return found < to ? found : NONE;
    }

    @Override
    public long nextKept(Band band, long time, long notAfter) {
      long found = time < notAfter ? tree.first(keptBy(band), time + 1) : NONE;
      return found <= notAfter ? found : NONE;
    }

    @Override
    public long lastKept(Band band, long notBefore, long time) {
      long found = tree.last(keptBy(band), time - 1);
      if (found == NONE && seesInitial && INITIAL < time && !isBroken(0, band)) {
        found = INITIAL;
      }
      return found >= notBefore ? found : NONE;
    }

    private StepTree.Sought keptBy(Band band) {
      return new StepTree.Sought() {
        @Override
        public boolean is(long level) {
          return !isBroken(level, band);
        }

        @Override
        public boolean isNone(long least, long most) {
          return isBroken(least, band) && isBroken(most, band) && band.isBelow(value(least)) == band.isBelow(value(most));
        }
      };
    }

    @Override
    public int count(long after, long upTo) {
      return upTo > after ? tree.count(upTo) - tree.count(after) : 0;
    }

    @Override
    public double worst(Band band, double first, long after, long upTo) {
      if (count(after, upTo) == 0) {
        return first;
      }
      StepTree.Extremes extremes = tree.extremes(after, upTo);
      double most = Math.max(band.distance(value(extremes.least)), band.distance(value(extremes.most)));
      return most > band.distance(first) ? at(tree.firstBroken(level -> band.distance(value(level)) >= most, after + 1)) : first;
    }

    @Override
    public double at(long time) {
      return value(levelAt(time));
    }

    private double value(long level) {
      return grams ? Band.kilograms(level) : level - notCounted;
    }

    @Override
    public boolean breaks(long time, Band band) {
      return isBroken(levelAt(time), band);
    }

    private boolean isBroken(long level, Band band) {
      return grams ? band.isBrokenByGrams(level) : band.isBrokenBy(level - notCounted);
    }
  }
}
