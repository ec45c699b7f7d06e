package kongo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import kongo.local.SharedStores;
import kongo.protocol.Reason;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(360)
class VerificationIT {

  private final SortedMap<String, Violation> expected = SmallHouse.violations();
  private final Violation first = expected.get(expected.firstKey());

  private Published published;

  @BeforeEach
  void fillTheInputs() throws Exception {
    published = new Published(SharedStores.get().kafka().bootstrap());
    published.inputs();
    published.stays(SmallHouse.stays());
  }

  @AfterEach
  void close() throws Exception {
    published.close();
  }

  @Test
  void isCleanWhereAllIsAsTheReferenceSays() throws Exception {
    assertThat(expected.values()).extracting(Violation::kind)
        .contains(Kind.ENVIRONMENT, Kind.COLOCATION, Kind.OVERLOAD, Kind.EXPIRED, Kind.MISPLACED);
    published.duplicate();
    published.violations(expected.values());
    published.deadLetter(Reason.NOT_JSON, published.malformedReading());
    published.deadLetter(Reason.TOO_LATE, published.readingThatIsTooLate());
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    assertThat(verdict.observed()).isEqualTo(expected);
    assertThat(verdict.duplicates()).isEqualTo(1);
    assertThat(verdict.deadLetters()).isEqualTo(2);
    assertThat(verdict.inputs()).isEqualTo(4 + 6 + 11 + 4);
  }

  @Test
  void whatAProducerTookBackWasNeverSentIn() throws Exception {
    published.transaction(true, published::duplicate);
    published.transaction(false, published::malformedReading);
    published.violations(expected.values());
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    assertThat(verdict.duplicates()).isEqualTo(1);
  }

  @Test
  void takesTheHighestRevisionAndNoRetractedOne() throws Exception {
    Violation invented = Changed.id(first, "gone/chilled/truck-1/s1/1");
    published.violation(5, Changed.count(first, 99L));
    published.violation(3, invented);
    published.violation(4, invented.retracted());
    published.violation(2, Changed.count(first, 98L));
    published.violations(expected.values());
    published.violation(5, Changed.count(first, 99L));
    published.violations(expected.values());
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    assertThat(verdict.repeated()).isEqualTo(expected.size() + 1);
  }

  @Test
  void hasOneDigestWhateverTheOrder() throws Exception {
    List<Violation> backwards = new ArrayList<>(expected.values());
    Collections.reverse(backwards);
    published.violations(backwards);
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(ComparedFields.digest(verdict.observed())).isEqualTo(ComparedFields.digest(expected));
    assertThat(VerdictText.of(verdict)).contains("sha-256   " + ComparedFields.digest(expected)).endsWith("clean");
  }

  @Test
  void reportsStaysOfAGoodsThatWasNowhere() throws Exception {
    published.violations(expected.values());
    published.stays(Map.of("ghost", SmallHouse.stays().get("milk")));
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.stays()).isEqualTo(new StaysDifference(List.of(), List.of("ghost"), List.of()));
  }

  @Test
  void reportsALostViolation() throws Exception {
    published.violations(expected.tailMap(expected.firstKey() + "0").values());
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.difference()).isEqualTo(new Difference(List.of(first), List.of(), List.of()));
  }

  @Test
  void reportsARetractedOneAsLost() throws Exception {
    published.violations(expected.values());
    published.violation(8, first.retracted());
    published.commitAll();

    assertThat(published.verify().difference().lost()).containsExactly(first);
  }

  @Test
  void reportsAnInventedViolation() throws Exception {
    Violation invented = Changed.id(first, "vase/gentle/truck-1/s1/1");
    published.violations(expected.values());
    published.violation(1, invented);
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.difference()).isEqualTo(new Difference(List.of(), List.of(invented), List.of()));
  }

  @Test
  void reportsAWrongViolation() throws Exception {
    Violation chilled = expected.get("milk/chilled/truck-1/s1/2000");
    published.violations(expected.values());
    published.violation(8, Changed.count(chilled, 3L));
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.difference().wrong()).singleElement().asString()
        .contains("expected milk/chilled/truck-1/s1/2000").contains("count=2").contains("count=3");
    assertThat(verdict.difference().lost()).isEmpty();
    assertThat(verdict.difference().invented()).isEmpty();
  }

  @Test
  void reportsContradictoryRevisionsAlsoOfThePast() throws Exception {
    published.violation(5, first);
    published.violations(expected.values());
    published.violation(5, Changed.count(first, 99L));
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.contradictions()).containsExactly("revision 5 of " + first.id() + " was published in two ways");
  }

  @Test
  void reportsWhatIsNoViolation() throws Exception {
    published.violations(expected.values());
    published.violation("vase", "hello".getBytes(StandardCharsets.UTF_8));
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.contradictions()).singleElement().asString().contains("is malformed");
  }

  @Test
  void reportsAMissingDeadLetter() throws Exception {
    published.violations(expected.values());
    RecordMetadata malformed = published.malformedReading();
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.deadLetterDifferences()).containsExactly(
        "%s/%d@%d should be a dead letter (not-json) but is none"
            .formatted(malformed.topic(), malformed.partition(), malformed.offset()));
  }

  @Test
  void reportsASuperfluousDeadLetterAndOneForAnotherReason() throws Exception {
    published.violations(expected.values());
    RecordMetadata malformed = published.malformedReading();
    published.deadLetter(Reason.TOO_LATE, malformed);
    published.deadLetter(Reason.TOO_LARGE, published.firstOf(published.topics().registry()));
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.deadLetterDifferences()).hasSize(2)
        .anyMatch(each -> each.contains("should be a dead letter (not-json) but is one for too-late"))
        .anyMatch(each -> each.contains("@0 is a dead letter (too-large) but should be none"));
  }

  @Test
  void expectsNothingOfARecordThatWasGivenUp() throws Exception {
    published.violations(expected.values());
    RecordMetadata failed = published.readingThatIsTooLate();
    published.deadLetter(Reason.FAILED, failed);
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    assertThat(verdict.failed()).containsExactly("%s/%d@%d".formatted(failed.topic(), failed.partition(), failed.offset()));
  }

  @Test
  void reportsAGivenUpRecordThatIsNoInput() throws Exception {
    published.violations(expected.values());
    RecordMetadata last = published.readingThatIsTooLate();
    published.deadLetter(Reason.TOO_LATE, last);
    published.deadLetter(Reason.FAILED, new RecordMetadata(new TopicPartition(last.topic(), last.partition()), last.offset() + 1, 0, 0, 0, 0));
    published.commitAll();

    Verdict verdict = published.verify();

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.deadLetterDifferences()).singleElement().asString().contains("is a dead letter (failed) but should be none");
  }

  @Test
  void reportsInputThatIsNotCommitted() throws Exception {
    published.violations(expected.values());
    published.commitAll();
    published.commit(published.topics().rfid(), 1);

    Verdict verdict = published.verify(Duration.ofSeconds(1));

    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.unread()).isPositive();
    assertThat(verdict.difference().isNone()).isTrue();
    assertThat(VerdictText.of(verdict)).contains("not at rest").endsWith("NOT CLEAN");
  }

  @Test
  void saysWhichTopicIsNotThere() {
    assertThatThrownBy(() -> Published.verifyOf(SharedStores.get().kafka().bootstrap(), "nowhere"))
        .hasMessage("There is no topic nowhere.registry.");
  }
}
