package kongo.verify;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.reference.Horizons;
import kongo.reference.LateBeginnings;
import kongo.violation.Violation;

/**
 * What of two final sets is compared.
 *
 * @param closed how many, expected or observed or both, began before the horizon of their owner, and are not compared; nor
 *     is what was published of them with a later beginning
 */
record Compared(SortedMap<String, Violation> expected, SortedMap<String, Violation> observed, int closed) {

  static Compared of(Map<String, Violation> expected, Map<String, Violation> observed, Horizons horizons) {
    SortedMap<String, Violation> should = new TreeMap<>(expected);
    SortedMap<String, Violation> is = new TreeMap<>(observed);
    should.values().removeIf(one -> !horizons.beganSince(one));
    LateBeginnings late = new LateBeginnings(horizons, expected.values());
    is.values().removeIf(one -> !horizons.beganSince(one) || late.has(one));
    Set<String> all = new HashSet<>(expected.keySet());
    all.addAll(observed.keySet());
    Set<String> compared = new HashSet<>(should.keySet());
    compared.addAll(is.keySet());
    return new Compared(should, is, all.size() - compared.size());
  }
}
