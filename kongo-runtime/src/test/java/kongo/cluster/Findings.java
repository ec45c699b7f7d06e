package kongo.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is not as it should be, by what it is about. */
final class Findings {

  private final Map<String, String> findings = new LinkedHashMap<>();

  void compare(String what, Map<String, ?> expected, Map<String, ?> observed) {
    compare(what, expected.entrySet(), observed.entrySet());
  }

  void compare(String what, Collection<?> expected, Collection<?> observed) {
    List<Object> missing = new ArrayList<>(expected);
    missing.removeAll(observed);
    List<Object> unexpected = new ArrayList<>(observed);
    unexpected.removeAll(expected);
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      findings.put(what, "missing " + missing + ", unexpected " + unexpected);
    }
  }

  void none(String what, Collection<?> observed) {
    compare(what, List.of(), observed);
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  @Override
  public String toString() {
    return findings.toString();
  }
}
