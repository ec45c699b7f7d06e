package kongo.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import kongo.violation.Revision;
import kongo.violation.Status;
import kongo.violation.Violation;

/** The violations topic: everything published, and what a consumer that keeps the highest revision makes of it. */
final class Published {

  private final Map<String, Revision> highest = new HashMap<>();
  private final Map<String, Violation> byRevision = new HashMap<>();
  private final List<String> repetitions = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();

  void repeatedAfterAnOrderlyStop(Revision revision) {
    repetitions.add(revision + " again after an orderly stop");
  }

  List<String> repetitions() {
    return repetitions;
  }

  void add(Revision revision) {
    Violation violation = revision.violation();
    Violation same = byRevision.putIfAbsent(violation.id() + "#" + revision.number(), violation);
    if (same != null && !same.equals(violation)) {
      contradictions.add(same + " and " + violation + " both as " + revision.number());
    }
    highest.merge(violation.id(), revision, (a, b) -> b.number() >= a.number() ? b : a);
  }

  /** What is published again with what was published before it in its place, where there is such. */
  Revision asBefore(Revision revision) {
    Violation violation = revision.violation();
    boolean again = byRevision.containsKey(violation.id() + "#" + revision.number());
    return LongStream.iterate(revision.number() - 1, number -> again && number > 0, number -> number - 1)
        .mapToObj(number -> byRevision.get(violation.id() + "#" + number))
        .filter(Objects::nonNull)
        .findFirst()
        .map(older -> new Revision(revision.number(), older, revision.cause()))
        .orElse(revision);
  }

  /** Whether the latest revision of the same violation says the same but for the others. */
  boolean differsOnlyInOthers(Revision revision) {
    Revision known = highest.get(revision.violation().id());
    return known != null
        && !known.violation().others().equals(revision.violation().others())
        && withoutOthers(known.violation()).equals(withoutOthers(revision.violation()));
  }

  private static String withoutOthers(Violation v) {
    return v.status() + " " + v.to();
  }

  /** Repeated revisions that were not identical. */
  List<String> contradictions() {
    return contradictions;
  }

  /** The final set in the fields that are compared, one line each. */
  Map<String, String> finalSet() {
    Map<String, String> set = new TreeMap<>();
    highest.values().stream()
        .map(Revision::violation)
        .filter(violation -> violation.status() != Status.RETRACTED)
        .forEach(violation -> set.put(violation.id(), compared(violation)));
    return set;
  }

  static Map<String, String> finalSet(Map<String, Violation> violations) {
    Map<String, String> set = new TreeMap<>();
    violations.values().forEach(violation -> set.put(violation.id(), compared(violation)));
    return set;
  }

  private static String compared(Violation v) {
    String extent = v.status() == Status.CLOSED ? " count " + v.count() + " worst " + v.worst() : "";
    return String.join(
        " ", v.id(), v.kind().name(), v.status().name(), v.goods(), v.location(), "stay " + v.stay(),
        v.from() + ".." + v.to(), "limit " + v.limit(), v.others().toString(), extent);
  }
}
