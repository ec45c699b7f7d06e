package kongo.location;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which of some things in a row have a property, as the positions where that turns: the first have it not. */
public final class Turns {

  /** None of them has it. */
  public static final int[] NONE = {};

  private Turns() {}

  public static int[] of(boolean[] has) {
    return IntStream.range(0, has.length).filter(i -> has[i] != (i > 0 && has[i - 1])).toArray();
  }

  public static boolean at(int[] turns, int position) {
    int found = Arrays.binarySearch(turns, position);
    int upTo = found >= 0 ? found + 1 : -found - 1;
    return upTo % 2 == 1;
  }

  /** Of those from {@code from} (inclusive) to {@code to} (exclusive). */
  static int[] part(int[] turns, int from, int to) {
    if (turns.length == 0) {
      return NONE;
    }
    boolean[] has = new boolean[to - from];
    for (int i = 0; i < has.length; i++) {
      has[i] = at(turns, from + i);
    }
    return of(has);
  }
}
