package kongo.replay;

import java.util.StringJoiner;

/** What would have happened under other rules, as a table. */
public final class WhatIfText {

  private static final String LINE = "%-20s %-12s %9s %9s %9s %9s %9s";
  private static final String NUMBERS = "%-20s %-12s %,9d %,9d %,9d %,9d %,9d";

  private WhatIfText() {}

  public static String of(WhatIf whatIf) {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add(LINE.formatted("rule", "kind", "before", "after", "added", "gone", "changed"));
    whatIf.table().forEach((row, count) -> text.add(line(row.rule(), row.kind().name(), count)));
    text.add(line("all", "", whatIf.table().values().stream().reduce(WhatIf.Count.NONE, WhatIf.Count::plus)));
    return text.toString();
  }

  private static String line(String rule, String kind, WhatIf.Count count) {
    return NUMBERS.formatted(rule, kind, count.before(), count.after(), count.added(), count.gone(), count.changed());
  }
}
