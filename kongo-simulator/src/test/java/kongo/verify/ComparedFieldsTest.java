package kongo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class ComparedFieldsTest {

  private static final Limit NONE =
      Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.empty());
  private static final Violation CLOSED = violation(Status.CLOSED, "t1", 900L, 1_000, 2_000L, 3L, 9.5, List.of("g2"));

  @Test
  void areThoseOfTheContract() {
    assertThat(ComparedFields.of(CLOSED)).isEqualTo(
        "g1/no-bulky/t1/-/1000 COLOCATION MAJOR CLOSED goods=g1 location=t1 stay=900 from=1000 to=2000 limit=max:0.0 others=g2 count=3 worst=9.5");
  }

  @Test
  void haveNoExtentWhileOpen() {
    assertThat(ComparedFields.of(violation(Status.OPEN, "t1", 900L, 1_000, null, 3L, 9.5, List.of())))
        .isEqualTo(ComparedFields.of(violation(Status.OPEN, "t1", 900L, 1_000, null, 4L, 9.6, List.of())));
  }

  @Test
  void differWhereAnyOfThemDoes() {
    assertThat(
        List.of(
            violation(Status.OPEN, "t1", 900L, 1_000, 2_000L, 3L, 9.5, List.of("g2")),
            violation(Status.CLOSED, "t2", 900L, 1_000, 2_000L, 3L, 9.5, List.of("g2")),
            violation(Status.CLOSED, "t1", 901L, 1_000, 2_000L, 3L, 9.5, List.of("g2")),
            violation(Status.CLOSED, "t1", 900L, 1_001, 2_000L, 3L, 9.5, List.of("g2")),
            violation(Status.CLOSED, "t1", 900L, 1_000, 2_001L, 3L, 9.5, List.of("g2")),
            violation(Status.CLOSED, "t1", 900L, 1_000, 2_000L, 4L, 9.5, List.of("g2")),
            violation(Status.CLOSED, "t1", 900L, 1_000, 2_000L, 3L, Math.nextUp(9.5), List.of("g2")),
            violation(Status.CLOSED, "t1", 900L, 1_000, 2_000L, 3L, 9.5, List.of()),
            Changed.limit(CLOSED, below(0)),
            Changed.limit(CLOSED, null)))
        .extracting(ComparedFields::of)
        .doesNotHaveDuplicates()
        .doesNotContain(ComparedFields.of(CLOSED));
  }

  @Test
  void haveADigestThatKnowsEachViolation() {
    TreeMap<String, Violation> one = new TreeMap<>();
    one.put(CLOSED.id(), CLOSED);
    TreeMap<String, Violation> two = new TreeMap<>(one);
    two.put("other", Changed.id(CLOSED, "other"));
    assertThat(ComparedFields.digest(one)).hasSize(64).isNotEqualTo(ComparedFields.digest(two));
  }

  private static Violation violation(
      Status status, String location, Long stay, long from, Long to, Long count, Double worst, List<String> others) {
    return new Violation(
        "g1/no-bulky/t1/-/1000", status, Kind.COLOCATION, Severity.MAJOR, "no-bulky", "g1", location, "aboard.BULKY", "", stay, from, to,
        count, worst, NONE, others);
  }

  private static Limit below(double bound) {
    return Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(bound));
  }
}
