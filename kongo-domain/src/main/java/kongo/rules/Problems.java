package kongo.rules;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, collected so that an operator sees all of it at once. */
final class Problems {

  private final String file;
  /** Nobody mends more at once, and a detail has to fit a dead letter. */
  private static final int MOST = 100;
  private static final int LONGEST = 400;

  private final List<String> sentences = new ArrayList<>();
  private int more;

  Problems(String file) {
    this.file = file;
  }

  void add(ConfigOrigin origin, String where, String sentence) {
    add(origin.lineNumber(), where, sentence);
  }

  /** @param line not positive: unknown */
  void add(int line, String where, String sentence) {
    if (sentences.size() < MOST) {
      sentences.add(file + (line > 0 ? " line " + line : "") + ": " + cut(where) + " " + cut(sentence) + ".");
    } else {
      more++;
    }
  }

  /** What was given may be of any length, and is at the end or in the middle. */
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST / 2) + "..." + text.substring(text.length() - LONGEST / 2);
  }

  int size() {
    return sentences.size() + more;
  }

  void refuseIfAny() {
    if (more > 0) {
      sentences.add(file + ": has %,d more mistakes.".formatted(more));
    }
    if (!sentences.isEmpty()) {
      throw new InvalidRuleBookException(sentences);
    }
  }
}
