package kongo.violation;

/**
 * Which of the records about one reading or move a record is: the one with the highest number counts. If that one is void
 * there is no such reading or move.
 *
 * @param number 0 to {@link #HIGHEST}
 */
public record Correction(int number, boolean isVoid) {

  public static final int HIGHEST = 1_000_000;

  /** What a record is that says nothing of corrections. */
  public static final Correction ORIGINAL = new Correction(0, false);

  /** As one number: that of a higher correction is higher, and that of an original is 0. */
  public int code() {
    return 2 * number + (isVoid ? 1 : 0);
  }

  /** @param code see {@link #code()} */
  public static Correction of(int code) {
    return code == 0 ? ORIGINAL : new Correction(code / 2, code % 2 == 1);
  }

  /** The codes of several, none where all of them are originals. */
  public static int[] sparse(int[] codes) {
    for (int code : codes) {
      if (code != 0) {
        return codes;
      }
    }
    return new int[0];
  }
}
