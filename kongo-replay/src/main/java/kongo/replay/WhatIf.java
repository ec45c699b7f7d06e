package kongo.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.verify.ComparedFields;
import kongo.verify.SavedSet;
import kongo.violation.Kind;
import kongo.violation.Violation;

/** What would have happened under other rules, beside what did: each violation that differs. */
public record WhatIf(List<Violation> added, List<Violation> gone, List<Changed> changed, SortedMap<Row, Count> table) {

  /** One violation under both rule books. */
  public record Changed(Violation before, Violation after) {}

  /** What the table has a line for. */
  public record Row(String rule, Kind kind) implements Comparable<Row> {

    static Row of(Violation violation) {
      return new Row(violation.rule(), violation.kind());
    }

    @Override
    public int compareTo(Row other) {
      int byRule = rule.compareTo(other.rule);
      return byRule != 0 ? byRule : kind.compareTo(other.kind);
    }
  }

  /** How many violations of a rule and kind there were, would have been, and differ. */
  public record Count(long before, long after, long added, long gone, long changed) {

    static final Count NONE = new Count(0, 0, 0, 0, 0);

    Count plus(Count other) {
      return new Count(
          before + other.before, after + other.after, added + other.added, gone + other.gone, changed + other.changed);
    }
  }

  /** Compares what was going on at some time of a span. */
  public static WhatIf between(SortedMap<String, Violation> before, SortedMap<String, Violation> after, Span span) {
    WhatIf whatIf = new WhatIf(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    before.values().forEach(was -> whatIf.compare(was, after.get(was.id()), span));
    after.values().stream()
        .filter(is -> !before.containsKey(is.id()) && span.touches(is))
        .forEach(is -> {
          whatIf.added.add(is);
          whatIf.count(is, new Count(0, 1, 1, 0, 0));
        });
    return whatIf;
  }

  private void compare(Violation was, Violation is, Span span) {
    boolean wasThen = span.touches(was);
    boolean isThen = is != null && span.touches(is);
    if (is == null && wasThen) {
      gone.add(was);
      count(was, new Count(1, 0, 0, 1, 0));
    } else if (wasThen || isThen) {
      boolean differs = !ComparedFields.of(was).equals(ComparedFields.of(is));
      if (differs) {
        changed.add(new Changed(was, is));
      }
      count(was, new Count(wasThen ? 1 : 0, isThen ? 1 : 0, 0, 0, differs ? 1 : 0));
    }
  }

  private void count(Violation violation, Count one) {
    table.merge(Row.of(violation), one, Count::plus);
  }

  public boolean isNone() {
    return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
  }

  /** Each difference as one line of JSON. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    added.forEach(is -> lines.add("{\"change\":\"added\",\"after\":%s}".formatted(SavedSet.line(is))));
    gone.forEach(was -> lines.add("{\"change\":\"gone\",\"before\":%s}".formatted(SavedSet.line(was))));
    changed.forEach(both -> lines.add("{\"change\":\"changed\",\"before\":%s,\"after\":%s}".formatted(
        SavedSet.line(both.before()), SavedSet.line(both.after()))));
    return lines;
  }
}
