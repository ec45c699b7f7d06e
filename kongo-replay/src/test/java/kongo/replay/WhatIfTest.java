package kongo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class WhatIfTest {

  private final Violation early = violation("a", 10, 20L, 1);
  private final Violation late = violation("b", 100, null, 1);

  @Test
  void tellsWhatIsAddedGoneAndChanged() {
    Violation lateAlso = violation("b", 100, 110L, 2);
    Violation added = violation("c", 5, 6L, 1);

    WhatIf whatIf = WhatIf.between(set(early, late), set(lateAlso, added), Span.ALWAYS);

    assertThat(whatIf.gone()).containsExactly(early);
    assertThat(whatIf.added()).containsExactly(added);
    assertThat(whatIf.changed()).containsExactly(new WhatIf.Changed(late, lateAlso));
    assertThat(whatIf.table()).containsExactly(
        java.util.Map.entry(new WhatIf.Row("cold", Kind.ENVIRONMENT), new WhatIf.Count(2, 2, 1, 1, 1)));
    assertThat(whatIf.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"change\":\"") && line.endsWith("}}"));
  }

  @Test
  void theSameIsNoDifference() {
    WhatIf whatIf = WhatIf.between(set(early, late), set(early, late), Span.ALWAYS);
    assertThat(whatIf.isNone()).isTrue();
    assertThat(WhatIfText.of(whatIf)).contains("cold", "ENVIRONMENT", "2");
  }

  @Test
  void aSpanTakesWhatWentOnWithinIt() {
    SortedMap<String, Violation> none = set();
    assertThat(WhatIf.between(set(early, late), none, new Span(0, 50)).gone()).containsExactly(early);
    assertThat(WhatIf.between(set(early, late), none, new Span(15, 16)).gone()).containsExactly(early);
    assertThat(WhatIf.between(set(early, late), none, new Span(30, 101)).gone()).containsExactly(late);
    assertThat(WhatIf.between(set(early, late), none, new Span(500, 600)).gone()).containsExactly(late);
    assertThat(WhatIf.between(set(early, late), none, new Span(30, 100)).isNone()).isTrue();
  }

  private static SortedMap<String, Violation> set(Violation... violations) {
    SortedMap<String, Violation> set = new TreeMap<>();
    List.of(violations).forEach(each -> set.put(each.id(), each));
    return set;
  }

  private static Violation violation(String id, long from, Long to, long count) {
    Limit limit = Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty());
    return new Violation(
        id, to == null ? Status.OPEN : Status.CLOSED, Kind.ENVIRONMENT, Severity.MAJOR, "cold", "g", "l", "temperature", "s", 0L, from, to, count,
        9.0, limit, List.of());
  }
}
