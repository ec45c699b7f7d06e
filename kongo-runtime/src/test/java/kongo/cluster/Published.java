package kongo.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.effect.Effect;
import kongo.goods.Stay;
import kongo.goods.StaysChanged;
import kongo.goods.StaysKnown;
import kongo.goods.ViolationRevised;
import kongo.violation.Revision;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * The topics of effects: everything published, and what consumers make of it that keep the highest revision of a violation
 * and fold the words about each Goods' stays.
 */
final class Published {

  private final Map<String, Revision> highest = new HashMap<>();
  private final Map<String, Violation> byRevision = new HashMap<>();
  private final Map<String, StaysChanged> words = new HashMap<>();
  private final Map<String, StaysKnown> stays = new TreeMap<>();
  private final List<String> repetitions = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();

  void repeatedAfterAnOrderlyStop(Effect effect) {
    repetitions.add(effect + " again after an orderly stop");
  }

  List<String> repetitions() {
    return repetitions;
  }

  void add(Effect effect) {
    if (effect instanceof ViolationRevised revised) {
      add(revised.revision());
    } else if (effect instanceof StaysChanged changed) {
      add(changed);
    } else {
      throw new AssertionError("nobody hears of " + effect);
    }
  }

  private void add(StaysChanged word) {
    StaysChanged same = words.putIfAbsent(word.goods() + "#" + word.version(), word);
    if (same != null && !same.equals(word)) {
      contradictions.add(same + " and " + word);
    }
    stays.merge(word.goods(), StaysKnown.NOTHING.after(word), (known, first) -> known.after(word));
  }

  private void add(Revision revision) {
    Violation violation = revision.violation();
    Violation same = byRevision.putIfAbsent(violation.id() + "#" + revision.number(), violation);
    if (same != null && !same.equals(violation)) {
      contradictions.add(same + " and " + violation + " both as " + revision.number());
    }
    highest.merge(violation.id(), revision, (a, b) -> b.number() >= a.number() ? b : a);
  }

  /** What is published again with what was published before it in its place, where there is such. */
  Effect asBefore(Effect effect) {
    return effect instanceof ViolationRevised revised ? new ViolationRevised(asBefore(revised.revision())) : effect;
  }

  private Revision asBefore(Revision revision) {
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
  boolean differsOnlyInOthers(Effect effect) {
    return effect instanceof ViolationRevised revised && differsOnlyInOthers(revised.revision());
  }

  private boolean differsOnlyInOthers(Revision revision) {
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
    violations().forEach(violation -> set.put(violation.id(), compared(violation)));
    return set;
  }

  /** The final set. */
  List<Violation> violations() {
    return highest.values().stream()
        .map(Revision::violation)
        .filter(violation -> violation.status() != Status.RETRACTED)
        .toList();
  }

  static Map<String, String> finalSet(Map<String, Violation> violations) {
    Map<String, String> set = new TreeMap<>();
    violations.values().forEach(violation -> set.put(violation.id(), compared(violation)));
    return set;
  }

  /** Where each Goods was that was anywhere. */
  Map<String, List<Stay>> stays() {
    Map<String, List<Stay>> known = new TreeMap<>();
    stays.forEach((goods, all) -> known.put(goods, all.stays()));
    known.values().removeIf(List::isEmpty);
    return known;
  }

  /** Where two sets differ: what is only in the one, marked -, and only in the other, marked +. */
  static List<String> differences(Map<String, String> expected, Map<String, String> found) {
    Stream<String> lost = expected.values().stream().filter(one -> !found.containsValue(one)).map(one -> "- " + one);
    Stream<String> more = found.values().stream().filter(one -> !expected.containsValue(one)).map(one -> "+ " + one);
    return Stream.concat(lost, more).toList();
  }

  static String compared(Violation v) {
    String extent = v.status() == Status.CLOSED ? " count " + v.count() + " worst " + v.worst() : "";
    return String.join(
        " ", v.id(), v.kind().name(), v.severity().name(), v.status().name(), v.goods(), v.location(), "stay " + v.stay(),
        v.from() + ".." + v.to(), "limit " + v.limit(), v.others().toString(), extent);
  }
}
