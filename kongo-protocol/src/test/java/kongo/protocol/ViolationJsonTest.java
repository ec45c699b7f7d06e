package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import kongo.violation.Cause;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Revision;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ViolationJsonTest {

  private static final Cause CAUSE = new Cause("kongo.sensors", 3, 4_000_000_000L, 1_795_229_610_500L);

  static final Violation EXCURSION =
      new Violation(
          "goods-1/chilled/truck-12/s1/1795229550458",
          Status.CLOSED,
          Kind.ENVIRONMENT, Severity.MAJOR,
          "chilled",
          "goods-1",
          "truck-12",
          "temperature",
          "s1",
          1_795_229_000_000L,
          1_795_229_550_458L,
          1_795_229_610_458L,
          6L,
          9.7,
          Limit.ofBounds(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty()),
          List.of());

  static final Violation OVERLOAD =
      new Violation(
          "truck-12/overload/truck-12/-/5",
          Status.OPEN,
          Kind.OVERLOAD, Severity.MAJOR,
          "overload",
          null,
          "truck-12",
          "load.weight",
          "",
          null,
          5,
          null,
          1L,
          1000.001,
          Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.of(-0.5), OptionalDouble.empty(), OptionalDouble.of(1e21)),
          List.of("a", "b"));

  static final Violation MISROUTED =
      new Violation(
          "goods-1/misrouted/w-3/-/7",
          Status.OPEN,
          Kind.MISROUTED, Severity.MAJOR,
          "misrouted",
          "goods-1",
          "w-3",
          null,
          "",
          7L,
          7,
          null,
          null,
          null,
          null,
          List.of());

  static final Violation MISPLACED =
      new Violation(
          "goods-1/misplaced/truck-12/-/7",
          Status.CLOSED,
          Kind.MISPLACED, Severity.WARNING,
          "misplaced",
          "goods-1",
          "truck-12",
          null,
          "",
          null,
          7,
          7L,
          null,
          null,
          null,
          List.of());

  @Test
  void writesWhatTheContractShows() {
    assertThat(text(EXCURSION))
        .isEqualTo(
            "{\"id\":\"goods-1/chilled/truck-12/s1/1795229550458\",\"revision\":2,\"status\":\"CLOSED\","
                + "\"kind\":\"ENVIRONMENT\",\"severity\":\"MAJOR\",\"rule\":\"chilled\",\"goods\":\"goods-1\",\"location\":\"truck-12\","
                + "\"metric\":\"temperature\",\"sensor\":\"s1\",\"stay\":1795229000000,\"from\":1795229550458,"
                + "\"to\":1795229610458,\"count\":6,\"worst\":9.7,\"limit\":{\"min\":2,\"max\":8},\"others\":[]}");
  }

  @Test
  void writesNullWhereAFieldDoesNotApply() {
    assertThat(text(MISPLACED))
        .contains("\"metric\":null", "\"stay\":null", "\"count\":null", "\"worst\":null", "\"limit\":null");
    assertThat(text(OVERLOAD))
        .contains("\"goods\":null", "\"to\":null", "\"limit\":{\"above\":-0.5,\"below\":1.0E21},\"others\":[\"a\",\"b\"]");
  }

  @Test
  void readsWhatItWrites() {
    for (Violation violation : List.of(EXCURSION, OVERLOAD, MISPLACED, MISROUTED, EXCURSION.retracted())) {
      assertThat(ViolationJson.decode(ViolationJson.encode(new Revision(9, violation, CAUSE))))
          .isEqualTo(new PublishedViolation(9, violation));
    }
  }

  @Test
  void refusesWhatIsNoViolation() {
    for (String text : List.of("", "{}", "[]", "null", text(MISPLACED).replace("CLOSED", "SHUT"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ViolationJson.decode(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void keepsTheCauseInHeaders() {
    var headers = new RecordHeaders();
    CauseHeaders.write(CAUSE, headers);
    assertThat(CauseHeaders.read(headers)).isEqualTo(CAUSE);
    assertThatIllegalArgumentException().isThrownBy(() -> CauseHeaders.read(new RecordHeaders()));
  }

  @Test
  void keepsTheReasonOfADeadLetterInHeaders() {
    var headers = new RecordHeaders();
    var written = new DeadLetterHeaders(Reason.KEY_MISMATCH, "the key is not é", "kongo.rfid", 1, 2);
    written.write(headers);
    assertThat(DeadLetterHeaders.read(headers)).isEqualTo(written);
    assertThat(new String(headers.lastHeader("reason").value(), StandardCharsets.UTF_8)).isEqualTo("key-mismatch");
  }

  private static String text(Violation violation) {
    return new String(ViolationJson.encode(new Revision(2, violation, CAUSE)), StandardCharsets.UTF_8);
  }
}
