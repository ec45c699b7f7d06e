package kongo.alarm;

import static kongo.alarm.Alarming.MINUTE;
import static kongo.alarm.Alarming.merging;
import static kongo.alarm.Alarming.warm;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kongo.rules.RuleHistory;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** The examples of section 13 of docs/semantics.md; all orders and mixtures are tried beside the reference. */
class IncidentsTest {

  private Incidents incidents = new Incidents(merging(5));
  private long revision;

  @Test
  void oneBrokenCoolerIsOneIncident() {
    assertThat(told(warm("g1", 0, -1))).containsExactly("OPEN truck-1/cold/s1/0 of 1 []");
    assertThat(told(warm("g2", 1, -1))).containsExactly("OPEN truck-1/cold/s1/0 of 2 []");
    assertThat(told(warm("g1", 0, 10))).as("the other one is OPEN still").isEmpty();
    assertThat(told(warm("g2", 1, 10))).containsExactly("CLOSED truck-1/cold/s1/0 of 2 []");
    assertThat(told(warm("g1", 14, 20))).as("sooner than merge").containsExactly("CLOSED truck-1/cold/s1/0 of 3 []");
    assertThat(told(warm("g2", 25, -1))).as("not sooner than merge").containsExactly("OPEN truck-1/cold/s1/1500000 of 1 []");
    assertThat(told(warm("g3", 19, 21))).as("late, and between them")
        .containsExactly("OPEN truck-1/cold/s1/0 of 5 []", "RETRACTED truck-1/cold/s1/1500000 of 1 [truck-1/cold/s1/0]");
    assertThat(incidents.all()).containsExactly(new Incident(
        "truck-1/cold/s1/0", "truck-1", Kind.ENVIRONMENT, "cold", "truck-1", "s1", 0, null, Status.OPEN, Severity.MAJOR, 5, 3,
        List.of("g1", "g2", "g3"), 9.0));
  }

  @Test
  void whatFallsApartSaysInto() {
    told(warm("g1", 10, 11));
    told(warm("g2", 30, 31));
    assertThat(told(warm("g3", 0, -1))).containsExactly(
        "OPEN truck-1/cold/s1/0 of 3 []",
        "RETRACTED truck-1/cold/s1/600000 of 1 [truck-1/cold/s1/0]",
        "RETRACTED truck-1/cold/s1/1800000 of 1 [truck-1/cold/s1/0]");
    assertThat(told(warm("g3", 0, -1).retracted())).containsExactly(
        "CLOSED truck-1/cold/s1/600000 of 1 []",
        "CLOSED truck-1/cold/s1/1800000 of 1 []",
        "RETRACTED truck-1/cold/s1/0 of 3 [truck-1/cold/s1/1800000, truck-1/cold/s1/600000]");
  }

  @Test
  void aLongOneReachesOverShortOnes() {
    told(warm("g1", 0, 60));
    told(warm("g2", 1, 2));
    told(warm("g3", 50, 51));
    assertThat(incidents.all()).extracting(Incident::violations).containsExactly(3);
  }

  @Test
  void whatTouchesIsOneWithoutMergeToo() {
    incidents = new Incidents(merging(0));
    told(warm("g1", 0, 10));
    told(warm("g1", 10, 20));
    assertThat(incidents.all()).extracting(Incident::violations).containsExactly(2);
  }

  @Test
  void theMergeIsThatOfTheBookInForceWhereTheEarlierOneBegins() {
    RuleHistory history = merging(5).and(1, 10 * MINUTE, merging(0).inForce().last().orElseThrow());
    incidents = new Incidents(history);
    told(warm("g1", 9, 10));
    told(warm("g1", 14, 15));
    told(warm("g1", 16, 17));
    assertThat(incidents.all()).extracting(Incident::violations).containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void theWorstIsTheFarthestOutsideAndTheFirstOfEquals() {
    told(warm("g1", 0, 10, 9, Severity.MAJOR));
    told(warm("g2", 2, 10, 12, Severity.WARNING));
    told(warm("g3", 1, 10, 12, Severity.CRITICAL));
    Incident incident = incidents.all().get(0);
    assertThat(incident.worst()).isEqualTo(12.0);
    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(incidents.worst(incident).goods()).isEqualTo("g3");
  }

  @Test
  void tenGoodsAreNamedAndAllAreCounted() {
    IntStream.range(0, 25).forEach(number -> told(warm("g" + number, number, -1)));
    Incident incident = incidents.all().get(0);
    assertThat(incident.goods()).isEqualTo(25);
    assertThat(incident.goodsIds()).containsExactly("g0", "g1", "g10", "g11", "g12", "g13", "g14", "g15", "g16", "g17");
  }

  @Test
  void aWorseValueIsNoNewsWhileItIsOpen() {
    told(warm("g1", 0, -1, 9, Severity.MAJOR));
    assertThat(told(warm("g1", 0, -1, 12, Severity.MAJOR))).isEmpty();
    assertThat(told(warm("g1", 0, 5, 12, Severity.MAJOR))).containsExactly("CLOSED truck-1/cold/s1/0 of 1 []");
  }

  @Test
  void whatIsKnownOrOlderChangesNothing() {
    incidents.take(7, warm("g1", 0, 5));
    assertThat(incidents.take(7, warm("g1", 0, 5))).isEmpty();
    assertThat(incidents.take(6, warm("g1", 0, -1))).isEmpty();
    incidents.take(9, warm("g1", 0, 5).retracted());
    assertThat(incidents.take(8, warm("g1", 0, 5))).isEmpty();
    assertThat(incidents.all()).isEmpty();
    assertThat(incidents.violations()).isEqualTo(1);
  }

  private List<String> told(Violation violation) {
    return incidents.take(++revision, violation).stream()
        .map(change -> "%s %s of %d %s".formatted(
            change.incident().status(), change.incident().id(), change.incident().violations(), change.into()))
        .toList();
  }
}
