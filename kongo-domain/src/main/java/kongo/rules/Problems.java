package kongo.rules;

import com.typesafe.config.ConfigOrigin;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file, collected so that an operator sees all of it at once. */
final class Problems {

  private final String file;
  private final List<String> sentences = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(ConfigOrigin origin, String where, String sentence) {
    add(origin.lineNumber(), where, sentence);
  }

  /** @param line not positive: unknown */
  void add(int line, String where, String sentence) {
    sentences.add(file + (line > 0 ? " line " + line : "") + ": " + where + " " + sentence + ".");
  }

  int size() {
    return sentences.size();
  }

  void refuseIfAny() {
    if (!sentences.isEmpty()) {
      throw new InvalidRuleBookException(sentences);
    }
  }
}
