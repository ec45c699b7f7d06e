package kongo.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Refuses what a book gives twice: HOCON would merge the two into something that neither says. */
final class GivenOnce {

  /** What has names in it may be given in parts; and what one of these is called. */
  private static final Map<String, String> NAMED = Map.of("rules", "rule ", PlausibleReader.METRICS, "metric ");
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
    boolean isInParts = key.path().size() == 1 && NAMED.containsKey(key.path().get(0));
    if (before != null && !isInParts && !isWithinATwin(key.path())) {
      twice.add(key.path());
      problems.add(key.line(), where(key.path()), "is given twice, first in line %d".formatted(before));
    }
  }

  private boolean isWithinATwin(List<String> path) {
    return IntStream.range(1, path.size()).anyMatch(size -> twice.contains(path.subList(0, size)));
  }

  private static String where(List<String> path) {
    String named = NAMED.get(path.get(0));
    if (path.size() < RULE) {
      return "key " + path.get(0);
    }
    if (named == null) {
      return path.get(0) + ", key " + key(path.subList(1, path.size()));
    }
    return named + path.get(1) + (path.size() > RULE ? ", key " + key(path.subList(RULE, path.size())) : "");
  }

  private static String key(List<String> path) {
    return String.join(".", path).replace(".[", "[");
  }
}
