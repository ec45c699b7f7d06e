package kongo.excursion;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * The changes of a step function as a balanced tree. Immutable: a change copies the way to it and shares the rest, and
 * both functions can be asked. All questions take the way from the root.
 */
final class StepTree {

  static final StepTree EMPTY = new StepTree();

  private final StepTree left;
  private final Points points;
  private final StepTree right;
  private final int height;
  private final long sum;
  private final long least;
  private final long most;
  private final int size;

  private StepTree() {
    left = this;
    right = this;
    points = new Points(new long[0], new long[0]);
    height = 0;
    sum = 0;
    least = points.least;
    most = points.most;
    size = 0;
  }

  private StepTree(StepTree left, Points points, StepTree right) {
    this.left = left;
    this.points = points;
    this.right = right;
    height = 1 + Math.max(left.height, right.height);
    long here = left.sum + points.sum;
    sum = here + right.sum;
    long low = Math.min(left.least, left.sum + points.least);
    long high = Math.max(left.most, left.sum + points.most);
    least = right.isEmpty() ? low : Math.min(low, here + right.least);
    most = right.isEmpty() ? high : Math.max(high, here + right.most);
    size = left.size + points.size() + right.size;
  }

  /** Of points in order, each part full. */
  static StepTree of(List<Points> sorted) {
    if (sorted.isEmpty()) {
      return EMPTY;
    }
    int middle = sorted.size() / 2;
    return new StepTree(
        of(sorted.subList(0, middle)), sorted.get(middle), of(sorted.subList(middle + 1, sorted.size())));
  }

  boolean isEmpty() {
    return height == 0;
  }

  StepTree plus(long time, long amount) {
    if (isEmpty()) {
      return new StepTree(EMPTY, Points.of(time, amount), EMPTY);
    }
    if (time < points.first() && !left.isEmpty()) {
      return balanced(left.plus(time, amount), points, right);
    }
    if (time > points.last() && !right.isEmpty()) {
      return balanced(left, points, right.plus(time, amount));
    }
    return with(points.plus(time, amount));
  }

  private StepTree with(Points changed) {
    if (changed.size() == 0) {
      return joined(left, right);
    }
    if (changed.size() <= Points.MOST) {
      return new StepTree(left, changed, right);
    }
    boolean atEnd = changed.last() > points.last() && right.isEmpty();
    int cut = changed.size() - (atEnd ? 1 : changed.size() / 2);
    return balanced(left, changed.part(0, cut), right.startingWith(changed.part(cut, changed.size())));
  }

  private StepTree startingWith(Points first) {
    return isEmpty() ? new StepTree(EMPTY, first, EMPTY) : balanced(left.startingWith(first), points, right);
  }

  private static StepTree joined(StepTree left, StepTree right) {
    if (left.isEmpty()) {
      return right;
    }
    return right.isEmpty() ? left : balanced(left, right.first(), right.withoutFirst());
  }

  private Points first() {
    return left.isEmpty() ? points : left.first();
  }

  private StepTree withoutFirst() {
    return left.isEmpty() ? right : balanced(left.withoutFirst(), points, right);
  }

  /** As in a map of OCaml's: heights of neighbours differ by two at most. */
  private static StepTree balanced(StepTree left, Points points, StepTree right) {
    if (left.height > right.height + 2) {
      return left.left.height >= left.right.height
          ? new StepTree(left.left, left.points, new StepTree(left.right, points, right))
          : new StepTree(
              new StepTree(left.left, left.points, left.right.left),
              left.right.points,
              new StepTree(left.right.right, points, right));
    }
    if (right.height > left.height + 2) {
      return right.right.height >= right.left.height
          ? new StepTree(new StepTree(left, points, right.left), right.points, right.right)
          : new StepTree(
              new StepTree(left, points, right.left.left),
              right.left.points,
              new StepTree(right.left.right, right.points, right.right));
    }
    return new StepTree(left, points, right);
  }

  long levelAt(long time) {
    long level = 0;
    StepTree tree = this;
    while (!tree.isEmpty()) {
      if (time < tree.points.first()) {
        tree = tree.left;
      } else {
        level += tree.left.sum + tree.points.levelAt(time);
        tree = time <= tree.points.last() ? EMPTY : tree.right;
      }
    }
    return level;
  }

  /** Time of the latest change at or before this time, {@link Values#NONE} if there is none. */
  long atOrBefore(long time) {
    long found = Values.NONE;
    StepTree tree = this;
    while (!tree.isEmpty()) {
      if (time < tree.points.first()) {
        tree = tree.left;
      } else {
        found = tree.points.atOrBefore(time);
        tree = time <= tree.points.last() ? EMPTY : tree.right;
      }
    }
    return found;
  }

  /** Time of the earliest change after this time, {@link Values#NONE} if there is none. */
  long after(long time) {
    long found = Values.NONE;
    StepTree tree = this;
    while (!tree.isEmpty()) {
      if (time >= tree.points.last()) {
        tree = tree.right;
      } else {
        found = tree.points.after(time);
        tree = time >= tree.points.first() ? EMPTY : tree.left;
      }
    }
    return found;
  }

  long last() {
    return atOrBefore(Long.MAX_VALUE);
  }

  /** How many changes there are up to and at this time. */
  int count(long time) {
    int count = 0;
    StepTree tree = this;
    while (!tree.isEmpty()) {
      if (time < tree.points.first()) {
        tree = tree.left;
      } else {
        count += tree.left.size + tree.points.count(time);
        tree = time <= tree.points.last() ? EMPTY : tree.right;
      }
    }
    return count;
  }

  /** Which levels are looked for. */
  interface Sought {

    boolean is(long level);

    /** Whether none between these two is, nor they themselves. */
    boolean isNone(long least, long most);
  }

  /** The earliest time from this one on at which the level is such, {@link Values#NONE} if there is none. */
  long first(Sought sought, long from) {
    return first(sought, from, 0);
  }

  private long first(Sought sought, long from, long before) {
    if (isEmpty() || sought.isNone(before + least, before + most)) {
      return Values.NONE;
    }
    long found = from < points.first() ? left.first(sought, from, before) : Values.NONE;
    long level = before + left.sum;
    if (found == Values.NONE && from <= points.last()) {
      found = points.firstWhere(sought::is, from, level);
    }
    return found == Values.NONE ? right.first(sought, from, level + points.sum) : found;
  }

  /** The latest time up to this one at which the level is such, {@link Values#NONE} if there is none. */
  long last(Sought sought, long upTo) {
    return last(sought, upTo, 0);
  }

  private long last(Sought sought, long upTo, long before) {
    if (isEmpty() || sought.isNone(before + least, before + most)) {
      return Values.NONE;
    }
    long level = before + left.sum;
    long found = upTo > points.last() ? right.last(sought, upTo, level + points.sum) : Values.NONE;
    if (found == Values.NONE && upTo >= points.first()) {
      found = points.lastWhere(sought::is, upTo, level);
    }
    return found == Values.NONE ? left.last(sought, upTo, before) : found;
  }

  /** The least and the greatest level in some span of time. */
  static final class Extremes {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;

    void take(long low, long high) {
      least = Math.min(least, low);
      most = Math.max(most, high);
    }
  }

  /** Of the changes with {@code after < t <= upTo}, of which there is one. */
  Extremes extremes(long after, long upTo) {
    Extremes found = new Extremes();
    extremes(after, upTo, 0, found);
    return found;
  }

  private void extremes(long after, long upTo, long before, Extremes found) {
    if (isEmpty()) {
      return;
    }
    if (after == Long.MIN_VALUE && upTo == Long.MAX_VALUE) {
      found.take(before + least, before + most);
      return;
    }
    long level = before + left.sum;
    if (after < points.first()) {
      left.extremes(after, upTo >= points.first() ? Long.MAX_VALUE : upTo, before, found);
    }
    points.extremes(after, upTo, level, found);
    if (upTo > points.last()) {
      right.extremes(after <= points.last() ? Long.MIN_VALUE : after, upTo, level + points.sum, found);
    }
  }

  /**
   * The earliest time from this one on at which the level is broken, {@link Values#NONE} if there is none.
   *
   * @param broken does not hold between two levels for which it does not hold
   */
  long firstBroken(LongPredicate broken, long from) {
    return firstBroken(broken, from, 0);
  }

  private long firstBroken(LongPredicate broken, long from, long before) {
    if (isEmpty() || !(broken.test(before + least) || broken.test(before + most))) {
      return Values.NONE;
    }
    long found = from < points.first() ? left.firstBroken(broken, from, before) : Values.NONE;
    long level = before + left.sum;
    if (found == Values.NONE && from <= points.last()) {
      found = points.firstWhere(broken, from, level);
    }
    return found == Values.NONE ? right.firstBroken(broken, from, level + points.sum) : found;
  }
}
