package kongo.simulator.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kongo.protocol.Decoded;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.rules.Overstay;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.rules.Silence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookChangesTest {

  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final long EVERY = 20_000;
  private static final Duration STAY = Duration.ofSeconds(30);
  private static final BookPlan PLAN = new BookPlan(40, Duration.ofMillis(EVERY), 60, STAY);
  private static final RuleBook PATIENT = RuleBooks.parse("""
      settle = 30s
      metrics { temperature { min = -90, not = [85] } }
      expired { severity = CRITICAL }
      rules {
        chilled { metric = temperature, min = 2, max = 8, for = [T2], hold = 90m, deadband = 0.5, delay = 2m, merge = 5m, grace = 1m
                  escalate = [{ severity = CRITICAL, after = 30m }, { severity = CRITICAL, beyond = 5 }] }
        narrow  { metric = temperature, min = 7.9, max = 8.1, for = [T2], deadband = 0.05 }
        heard   { metric = temperature, silent = 15m, for = [T2], at = TRUCK }
        shelf   { stay = 30d, for = [T2] }
        full    { metric = load.weight, max = maxWeight, at = TRUCK, subject = LOCATION, delay = 1m }
      }
      """, "patient");

  static Stream<RuleBook> bases() {
    return Stream.of(RuleBooks.original(), RuleBooks.shipped(), PATIENT, RuleBooks.of(List.of()));
  }

  @ParameterizedTest
  @MethodSource("bases")
  void givesBooksThatEveryNodeTakesAsTheyAre(RuleBook base) {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(all(base, seed)).hasSize(40).allSatisfy(record -> {
        Decoded<RuleBookRecord> decoded =
            new RuleBookDecoder().decode(RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8), RuleBookJson.encode(record), 0);
        assertThat(decoded).isEqualTo(new Decoded.Usable<>(record));
      });
    }
  }

  @ParameterizedTest
  @MethodSource("bases")
  void givesTheSameBooksAgain(RuleBook base) {
    assertThat(all(base, 7)).isEqualTo(all(base, 7)).isNotEqualTo(all(base, 8));
  }

  @Test
  void holdInTurnSinceEverSinceAWhileAgoFromNowAndFromSoonOn() {
    List<RuleBookRecord> books = all(PATIENT, 1);
    for (int i = 0; i < books.size(); i++) {
      long at = START.toEpochMilli() + (i + 1) * EVERY;
      long from = books.get(i).from();
      switch (i % 4) {
        case 0 -> assertThat(from).isEqualTo(RuleHistory.EVER);
        case 1 -> assertThat(from).isBetween(at - 2 * EVERY, at - 1);
        case 2 -> assertThat(from).isEqualTo(at);
        default -> assertThat(from).isBetween(at, at + EVERY);
      }
    }
  }

  @Test
  void changeLimitsAndSeveritiesAndLeaveRulesOut() {
    List<RuleBookRecord> books = all(PATIENT, 1);
    assertThat(books).extracting(RuleBookRecord::by).containsOnly("simulator");
    assertThat(books).extracting(RuleBookRecord::comment)
        .anyMatch(words -> words.contains("chilled up to 8.4 instead of 8.0"))
        .anyMatch(words -> words.contains("chilled up to 7.6 instead of 8.0"))
        .anyMatch(words -> words.contains(" is CRITICAL"))
        .anyMatch(words -> words.contains("without chilled"));
    assertThat(books.stream().map(each -> each.book().hash()).distinct().count()).isGreaterThan(10);
    assertThat(books).as("always from the same book").noneMatch(each -> each.comment().contains("instead of 7.6"));
  }

  @Test
  void dividesTheTimesOfRulesButNotThoseOfSensorsAndGates() {
    RuleBook hasty = new Draft(PATIENT, PLAN).book();
    RuleBook expected = RuleBooks.parse("""
        settle = 30s
        metrics { temperature { min = -90, not = [85] } }
        expired { severity = CRITICAL }
        rules {
          chilled { metric = temperature, min = 2, max = 8, for = [T2], hold = 90m, deadband = 0.5, delay = 2s, merge = 5s, grace = 1s
                    escalate = [{ severity = CRITICAL, after = 30s }, { severity = CRITICAL, beyond = 5 }] }
          narrow  { metric = temperature, min = 7.9, max = 8.1, for = [T2], deadband = 0.05 }
          heard   { metric = temperature, silent = 15s, for = [T2], at = TRUCK }
          shelf   { stay = 12h, for = [T2] }
          full    { metric = load.weight, max = maxWeight, at = TRUCK, subject = LOCATION, delay = 1s }
          logs    { metric = temperature, silent = 10s, for = [T1, T2, T3, T4, T5], at = GOODS, severity = WARNING }
        }
        """, "hasty");
    assertThat(hasty).isEqualTo(expected);
  }

  @Test
  void addWhatIsMissingOfSilenceAndLongStays() {
    List<Rule> rules = new Draft(RuleBooks.original(), PLAN).book().rules();
    assertThat(rules).anyMatch(rule -> rule.condition().equals(new Silence("temperature", 15_000)));
    assertThat(rules).anyMatch(rule -> rule.condition().equals(new Overstay(STAY.toMillis())));
  }

  @Test
  void areDueOnceEach() {
    BookChanges changes = new BookChanges(new BookPlan(3, Duration.ofMillis(EVERY), 1, STAY), PATIENT, START, 1);
    long start = START.toEpochMilli();
    assertThat(changes.due(start + EVERY - 1)).isEmpty();
    assertThat(changes.due(start + EVERY)).hasSize(1);
    assertThat(changes.due(start + EVERY)).isEmpty();
    assertThat(changes.due(start + 100 * EVERY)).hasSize(2);
    assertThat(changes.due(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void goOnWhereAnotherRunStopped() {
    List<RuleBookRecord> whole = all(PATIENT, 3);
    BookChanges rest = changes(PATIENT, 3).continued();
    assertThat(rest.due(START.toEpochMilli() + 10 * EVERY)).isEmpty();
    assertThat(rest.due(Long.MAX_VALUE)).isEqualTo(whole.subList(10, 40));
  }

  @Test
  void refuseWhatIsNoPlan() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BookPlan(-1, STAY, 1, STAY)).withMessageContaining("--books");
    assertThatIllegalArgumentException().isThrownBy(() -> new BookPlan(1, Duration.ZERO, 1, STAY)).withMessageContaining("--books");
    assertThatIllegalArgumentException().isThrownBy(() -> new BookPlan(1, Duration.ofDays(36_501), 1, STAY)).withMessageContaining("--books");
    assertThatIllegalArgumentException().isThrownBy(() -> new BookPlan(1, STAY, 0.5, STAY)).withMessageContaining("--haste");
    assertThatIllegalArgumentException().isThrownBy(() -> new BookPlan(1, STAY, Double.NaN, STAY)).withMessageContaining("--haste");
  }

  private static List<RuleBookRecord> all(RuleBook base, long seed) {
    return new ArrayList<>(changes(base, seed).due(Long.MAX_VALUE));
  }

  private static BookChanges changes(RuleBook base, long seed) {
    return new BookChanges(PLAN, base, START, seed);
  }
}
