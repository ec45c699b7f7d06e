package kongo.host.violations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.protocol.PublishedViolation;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class OpenViolationsTest {

  private final OpenViolations violations = new OpenViolations(3);

  @Test
  void showsThoseThatBeganLastFirst() {
    accept("a", 1, Status.OPEN, 10);
    accept("b", 1, Status.OPEN, 30);
    accept("c", 1, Status.OPEN, 20);

    assertThat(ids(10)).containsExactly("b", "c", "a");
    assertThat(violations.latest(10).truncated()).isFalse();
    assertThat(violations.latest(2).truncated()).isTrue();
  }

  @Test
  void forgetsWhatEndsOrIsRetracted() {
    accept("a", 1, Status.OPEN, 10);
    accept("b", 1, Status.OPEN, 20);
    accept("a", 2, Status.CLOSED, 10);
    accept("b", 2, Status.RETRACTED, 20);

    assertThat(ids(10)).isEmpty();
  }

  @Test
  void keepsTheHighestRevision() {
    accept("a", 5, Status.CLOSED, 10);
    accept("a", 4, Status.OPEN, 10);

    assertThat(ids(10)).isEmpty();

    accept("a", 6, Status.OPEN, 10);
    accept("a", 5, Status.CLOSED, 10);

    assertThat(ids(10)).containsExactly("a");
  }

  @Test
  void forgetsTheFirstBeyondItsCapacityAndSaysSo() {
    for (int i = 0; i < 4; i++) {
      accept("v" + i, 1, Status.OPEN, i);
    }

    assertThat(ids(10)).containsExactly("v3", "v2", "v1");
    assertThat(violations.latest(10).truncated()).isTrue();
  }

  private List<String> ids(int limit) {
    return violations.latest(limit).violations().stream().map(published -> published.violation().id()).toList();
  }

  private void accept(String id, long revision, Status status, long from) {
    violations.accept(
        new PublishedViolation(
            revision,
            new Violation(id, status, Kind.EXPIRED, Severity.MAJOR, "expired", "g", "l", null, "", 1L, from, null, null, null, null, List.of())));
  }
}
