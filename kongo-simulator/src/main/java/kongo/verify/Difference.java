package kongo.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kongo.violation.Violation;

/**
 * How the observed final set differs from the expected one.
 *
 * @param lost expected, not observed
 * @param invented observed, not expected
 * @param wrong both, but not alike in the compared fields; in words
 */
public record Difference(List<Violation> lost, List<Violation> invented, List<String> wrong) {

  public static Difference between(Map<String, Violation> expected, Map<String, Violation> observed) {
    List<Violation> lost = new ArrayList<>();
    List<Violation> invented = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    expected.forEach((id, should) -> {
      Violation is = observed.get(id);
      if (is == null) {
        lost.add(should);
      } else if (!ComparedFields.of(should).equals(ComparedFields.of(is))) {
        wrong.add("expected " + ComparedFields.of(should) + " but observed " + ComparedFields.of(is));
      }
    });
    observed.forEach((id, is) -> {
      if (!expected.containsKey(id)) {
        invented.add(is);
      }
    });
    return new Difference(lost, invented, wrong);
  }

  public boolean isNone() {
    return lost.isEmpty() && invented.isEmpty() && wrong.isEmpty();
  }
}
