package kongo.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses what a book gives twice: HOCON would merge the two into something that neither says. */
final class GivenOnce {

  private static final List<String> RULES = List.of("rules");
  private static final int RULE = 2;

  private final Problems problems;
  private final Map<List<String>, Integer> lines = new HashMap<>();
  private final Set<List<String>> twice = new HashSet<>();

  private GivenOnce(Problems problems) {
    this.problems = problems;
  }

  static void check(String text, Problems problems) {
    var once = new GivenOnce(problems);
    GivenKeys.of(text).forEach(once::add);
  }

  private void add(GivenKeys.Given key) {
    Integer before = lines.putIfAbsent(key.path(), key.line());
    if (before != null && !key.path().equals(RULES) && !isWithinATwin(key.path())) {
      twice.add(key.path());
      problems.add(key.line(), where(key.path()), "is given twice, first in line %d".formatted(before));
    }
  }

  private boolean isWithinATwin(List<String> path) {
    return path.size() > RULE && twice.contains(path.subList(0, RULE));
  }

  private static String where(List<String> path) {
    if (path.size() < RULE) {
      return "key " + path.get(0);
    }
    String key = path.size() > RULE ? ", key " + String.join(".", path.subList(RULE, path.size())) : "";
    return "rule " + path.get(1) + key;
  }
}
