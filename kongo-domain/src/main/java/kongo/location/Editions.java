package kongo.location;

import java.util.Arrays;
import java.util.Optional;
import kongo.violation.Correction;

/** All that is accepted of one reading: of each correction its value, or that it is void. Immutable. */
final class Editions {

  static final Editions NONE = new Editions(new int[0], new double[0]);

  /** Codes of {@link Correction}, ascending; of one number there is one at most. */
  private final int[] codes;

  private final double[] values;

  private Editions(int[] codes, double[] values) {
    this.codes = codes;
    this.values = values;
  }

  static Editions original(double value) {
    return new Editions(new int[1], new double[] {value});
  }

  boolean isEmpty() {
    return codes.length == 0;
  }

  int size() {
    return codes.length;
  }

  int code(int i) {
    return codes[i];
  }

  double value(int i) {
    return values[i];
  }

  /** Of the one of the same number, negative if there is none. */
  private int position(int code) {
    int i = Arrays.binarySearch(codes, code);
    int other = isVoid(code) ? code - 1 : code + 1;
    return i >= 0 ? i : Arrays.binarySearch(codes, other);
  }

  /** Whether one of the same number is known, whatever it says. */
  boolean has(int code) {
    return position(code) >= 0;
  }

  /** Whether the one of the same number, which is known, says the same. */
  boolean agree(int code, double value) {
    int i = position(code);
    return codes[i] == code && (isVoid(code) || values[i] == value);
  }

  /** The value of the one of the same number, which is known. */
  Optional<Double> said(int code) {
    int i = position(code);
    return isVoid(codes[i]) ? Optional.empty() : Optional.of(values[i]);
  }

  /** Whether one of a higher number is known. */
  boolean outrank(int code) {
    return !isEmpty() && codes[codes.length - 1] / 2 > code / 2;
  }

  /** The value that counts; empty if there is no such reading. */
  Optional<Double> value() {
    return isEmpty() || isVoid(codes[codes.length - 1]) ? Optional.empty() : Optional.of(values[codes.length - 1]);
  }

  private static boolean isVoid(int code) {
    return code % 2 == 1;
  }

  /** With one more; one of the same number stays. */
  Editions with(int code, double value) {
    if (has(code)) {
      return this;
    }
    int at = -Arrays.binarySearch(codes, code) - 1;
    int[] more = Arrays.copyOf(codes, codes.length + 1);
    double[] moreValues = Arrays.copyOf(values, more.length);
    System.arraycopy(codes, at, more, at + 1, codes.length - at);
    System.arraycopy(values, at, moreValues, at + 1, codes.length - at);
    more[at] = code;
    moreValues[at] = value;
    return new Editions(more, moreValues);
  }

  Editions and(Editions others) {
    Editions all = this;
    for (int i = 0; i < others.codes.length; i++) {
      all = all.with(others.codes[i], others.values[i]);
    }
    return all;
  }
}
