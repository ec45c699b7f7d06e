package kongo.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kongo.doctor.finding.Limits;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.Test;

/** What is judged goes by the rule book in force at its time. */
class BooksInTimeTest {

  private static final long MINUTE = Case.MINUTE;

  private static RuleBook book(String rules) {
    return RuleBooks.parse("rules { " + rules + " }", "test");
  }

  private static final RuleBook COLD = book("cold { metric = temperature, max = 8, for = [T2] }");
  private static final RuleBook COLD_AND_FRESH = book("cold { metric = temperature, max = 8, for = [T2] }, fresh { metric = co2, max = 900, for = [FRUIT] }");

  private static Case watched() {
    Case world = new Case(Limits.DEFAULT, COLD).loaded("a", "T2").reading("a-t", "temperature", "s1", Case.LOADED, 5);
    return world.reading("a-t", "co2", "s1", Case.LOADED, 400).reading("a-t", "co2", "s1", Case.LOADED + 20 * MINUTE, 400);
  }

  @Test
  void aMetricIsKnownFromTheTimeOnThatABookNamesIt() {
    assertThat(watched().item("other-metrics", "co2").count()).isEqualTo(2);
    assertThat(watched().book(Case.LOADED + 10 * MINUTE, COLD_AND_FRESH).item("other-metrics", "co2").count()).isEqualTo(1);
    assertThat(watched().book(Case.LOADED, COLD_AND_FRESH).kinds()).isEmpty();
  }

  /** Of a category nobody says when it is meant: what is in force now counts. */
  @Test
  void aCategoryIsKnownIfTheBookNamesItThatIsInForceNow() {
    String fruit = "{'type':'GOODS','id':'f','categories':['FRUIT'],'weight':1}";
    assertThat(watched().send(fruit).book(Case.LOADED, COLD_AND_FRESH).kinds()).isEmpty();
    assertThat(watched().send(fruit).book(Case.LOADED + 61 * MINUTE, COLD_AND_FRESH).kinds()).contains("unknown-categories");
    assertThat(watched().send(fruit).book(Case.LOADED, COLD_AND_FRESH).book(Case.LOADED + 50 * MINUTE, COLD).kinds()).contains("unknown-categories");
  }

  @Test
  void whatIsNeededAtAPlaceIsNeededWhenTheGoodsCome() {
    RuleBook damp = book("dry { metric = humidity, max = 60, for = [T2], at = TRUCK }, cold { metric = temperature, max = 8, for = [T2] }");
    Case before = watched().reading("b-t", "humidity", "s1", Case.LOADED, 5).send("{'type':'TRUCK','id':'b-t'}");
    assertThat(before.book(Case.LOADED + MINUTE, damp).kinds()).doesNotContain("unmeasured-places");
    assertThat(before.book(Case.LOADED, damp).item("unmeasured-places", "a-t").says()).isEqualTo("no humidity, for a-g (rule dry)");
  }

  @Test
  void sensorsThatSayOnlyWhatTheBookCallsFaulty() {
    RuleBook plausible = RuleBooks.parse("metrics { temperature { min = -90, not = [85] } }, rules { cold { metric = temperature, max = 8, for = [T2] } }", "test");
    Case off = watched();
    for (int minute = 1; minute <= 4; minute++) {
      off.reading("a-t", "temperature", "s1", Case.LOADED + minute * MINUTE, minute % 2 == 0 ? -127 : 85);
    }
    assertThat(off.kinds()).doesNotContain("faulty-sensors");
    off.book(Case.LOADED + 2 * MINUTE, plausible);
    assertThat(off.item("faulty-sensors", "temperature of a-t sensor s1").count()).isEqualTo(3);
    assertThat(off.item("faulty-sensors", "temperature of a-t sensor s1").says()).isEqualTo("the last one -127");
    assertThat(off.reading("a-t", "temperature", "s1", Case.LOADED + 2 * MINUTE + 1, 5).kinds()).as("a late one").contains("faulty-sensors");
    assertThat(off.reading("a-t", "temperature", "s1", Case.LOADED + 5 * MINUTE, 5).kinds()).doesNotContain("faulty-sensors");
  }

  @Test
  void aLoggerThatMayBeInABoxIsMissedNowhere() {
    RuleBook logger = book("logger { metric = temperature, max = 8, for = [T2], at = GOODS }");
    Case boxes = new Case(Limits.DEFAULT, logger).send("{'type':'GOODS','id':'a-g','categories':['T2'],'weight':1}")
        .send("{'type':'RECEIVE','time':%d,'goods':'a-g','warehouse':'nowhere'}".formatted(Case.LOADED));
    assertThat(boxes.kinds()).containsExactly("unregistered-places");
  }

  @Test
  void whatIsFoundDoesNotDependOnBooksThatSayTheSame() {
    assertThat(watched().book(Case.LOADED - 5 * MINUTE, COLD).kinds()).isEqualTo(List.of("other-metrics"));
  }
}
