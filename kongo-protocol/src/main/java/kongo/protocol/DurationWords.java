package kongo.protocol;

/** Durations as rule books have them: a whole number of the largest unit that leaves no rest. */
final class DurationWords {

  /** A unit of rule books. */
  private enum Unit {
    DAY("d", 86_400_000L),
    HOUR("h", 3_600_000L),
    MINUTE("m", 60_000L),
    SECOND("s", 1_000L);

    private final String word;
    private final long millis;

    Unit(String word, long millis) {
      this.word = word;
      this.millis = millis;
    }
  }

  private DurationWords() {}

  static String of(long millis) {
    for (Unit unit : Unit.values()) {
      if (millis % unit.millis == 0) {
        return millis / unit.millis + unit.word;
      }
    }
    return millis + "ms";
  }
}
