package kongo.doctor.symptom;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Guesses what may be meant by a name that is not known: a known one that differs by case, punctuation or what stands
 * before the last colon, else one that begins like it, else one with few other letters.
 */
final class Nearest {

  private static final int SHORTEST_BEGINNING = 3;
  private static final int LETTERS_FOR_A_MISTAKE = 4;
  private static final int MOST_MISTAKES = 2;
  private static final int TOO_FAR = Integer.MAX_VALUE;

  private Nearest() {}

  static Optional<String> of(String name, Iterable<String> known) {
    return alike(name, known)
        .or(() -> least(name, known, Nearest::beginning))
        .or(() -> least(name, known, Nearest::mistakes));
  }

  /** One that is the same but for case, punctuation and what stands before the last colon. */
  static Optional<String> alike(String name, Iterable<String> known) {
    return least(name, known, (one, other) -> isAlike(one, other) ? 0 : TOO_FAR);
  }

  private static boolean isAlike(String one, String other) {
    return isSame(plain(one), plain(other)) || isSame(plain(last(one)), plain(other)) || isSame(plain(one), plain(last(other)));
  }

  private static Optional<String> least(String name, Iterable<String> known, BiFunction<String, String, Integer> distance) {
    ToIntFunction<String> from = other -> distance.apply(name, other);
    Comparator<String> order = Comparator.comparingInt(from).thenComparing(Comparator.naturalOrder());
    Optional<String> best = Optional.empty();
    for (String each : known) {
      boolean isPossible = !each.equals(name) && from.applyAsInt(each) != TOO_FAR;
      if (isPossible && (best.isEmpty() || order.compare(each, best.get()) < 0)) {
        best = Optional.of(each);
      }
    }
    return best;
  }

  private static boolean isSame(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.chars().filter(Character::isLetterOrDigit).map(Character::toLowerCase).forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  private static int beginning(String name, String other) {
    String one = plain(last(name));
    String two = plain(last(other));
    int shorter = Math.min(one.length(), two.length());
    boolean isWord = shorter >= SHORTEST_BEGINNING && !endsWithDigit(one) && !endsWithDigit(two);
    return isWord && (one.startsWith(two) || two.startsWith(one)) ? Math.abs(one.length() - two.length()) : TOO_FAR;
  }

  private static boolean endsWithDigit(String name) {
    return Character.isDigit(name.charAt(name.length() - 1));
  }

  private static int mistakes(String name, String other) {
    String one = name.toLowerCase(Locale.ROOT);
    String two = other.toLowerCase(Locale.ROOT);
    int allowed = Math.min(MOST_MISTAKES, Math.min(one.length(), two.length()) / LETTERS_FOR_A_MISTAKE);
    if (Math.abs(one.length() - two.length()) > allowed) {
      return TOO_FAR;
    }
    int found = edits(one, two);
    return found <= allowed ? found : TOO_FAR;
  }

  /** How many letters have to be added, removed or replaced to make one of the other. */
  private static int edits(String one, String two) {
    int[] above = new int[two.length() + 1];
    for (int j = 0; j <= two.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[two.length() + 1];
      row[0] = i;
      for (int j = 1; j <= two.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[two.length()];
  }
}
