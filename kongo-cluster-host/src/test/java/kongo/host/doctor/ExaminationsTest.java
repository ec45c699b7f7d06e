package kongo.host.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kongo.doctor.Diagnosis;
import kongo.doctor.Reach;
import kongo.host.doctor.Examinations.Doctor;
import kongo.host.doctor.Examinations.Known;
import kongo.host.settings.DoctorSettings;
import org.junit.jupiter.api.Test;

class ExaminationsTest {

  private static final Duration KEEP = Duration.ofSeconds(60);
  private static final Duration LIMIT = Duration.ofSeconds(100);

  private final Deque<Runnable> threads = new ArrayDeque<>();
  private Duration now = Duration.ofDays(-1);
  private Duration takes = Duration.ofSeconds(1);
  private int examined;
  private Doctor doctor = mayGoOn -> found(++examined);
  private final Examinations examinations =
      new Examinations(
          mayGoOn -> doctor.examine(mayGoOn), new DoctorSettings(new Reach(Duration.ofDays(1), 10), 10, KEEP, LIMIT), threads::add,
          () -> now.toNanos());

  private static Examined found(long records) {
    return new Examined(new Diagnosis(records, List.of(), 0), Instant.EPOCH, Instant.EPOCH);
  }

  /** What runs comes to its end. */
  private void run() {
    pass(takes);
    threads.remove().run();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Optional<Long> records(Known known) {
    return known.last().map(last -> last.diagnosis().records());
  }

  @Test
  void beginsWhenSomebodyAsks() {
    assertThat(threads).isEmpty();
    Known first = examinations.ask();
    assertThat(first.last()).isEmpty();
    assertThat(first.isRunning()).isTrue();
    run();
    Known second = examinations.ask();
    assertThat(records(second)).contains(1L);
    assertThat(second.isRunning()).isFalse();
    assertThat(second.problem()).isEmpty();
  }

  @Test
  void runsOneAtATime() {
    examinations.ask();
    examinations.ask();
    pass(KEEP);
    examinations.ask();
    assertThat(threads).hasSize(1);
  }

  @Test
  void keepsTheResultForAWhileAndSaysHowOldItIs() {
    examinations.ask();
    run();
    pass(KEEP.minusNanos(1));
    Known kept = examinations.ask();
    assertThat(kept.isRunning()).isFalse();
    assertThat(kept.age()).isEqualTo(takes.plus(KEEP).minusNanos(1));
    assertThat(kept.rest()).isEqualTo(Duration.ofNanos(1));
    pass(Duration.ofNanos(1));
    Known old = examinations.ask();
    assertThat(old.isRunning()).isTrue();
    assertThat(records(old)).as("the last one, while another one runs").contains(1L);
    run();
    assertThat(records(examinations.ask())).contains(2L);
    assertThat(examinations.ask().age()).isEqualTo(takes);
  }

  @Test
  void restsLongerAfterOneThatTookLong() {
    takes = Duration.ofSeconds(10);
    examinations.ask();
    run();
    pass(Duration.ofSeconds(90).minusNanos(1));
    assertThat(examinations.ask().isRunning()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(examinations.ask().isRunning()).isTrue();
  }

  @Test
  void saysWhyOneFailedAndKeepsTheOneBefore() {
    examinations.ask();
    run();
    pass(KEEP);
    doctor = mayGoOn -> {
      throw new IllegalStateException("no topic");
    };
    examinations.ask();
    run();
    Known failed = examinations.ask();
    assertThat(failed.problem()).contains("The examination failed: no topic");
    assertThat(records(failed)).contains(1L);
    assertThat(failed.isRunning()).isFalse();
    pass(KEEP);
    doctor = mayGoOn -> found(7);
    examinations.ask();
    run();
    assertThat(records(examinations.ask())).contains(7L);
    assertThat(examinations.ask().problem()).isEmpty();
  }

  @Test
  void goesOnAfterAnError() {
    doctor = mayGoOn -> {
      throw new OutOfMemoryError("planted");
    };
    examinations.ask();
    try {
      run();
    } catch (OutOfMemoryError planted) {
      assertThat(planted).hasMessage("planted");
    }
    assertThat(examinations.ask().problem()).contains("The examination broke off.");
    pass(KEEP);
    assertThat(examinations.ask().isRunning()).isTrue();
  }

  @Test
  void givesUpWhatTakesTooLong() {
    doctor = mayGoOn -> {
      mayGoOn.run();
      return found(1);
    };
    takes = LIMIT;
    examinations.ask();
    run();
    assertThat(examinations.ask().problem()).isEmpty();
    pass(LIMIT.multipliedBy(9));
    takes = LIMIT.plusNanos(1);
    examinations.ask();
    run();
    assertThat(examinations.ask().problem()).hasValueSatisfying(problem -> assertThat(problem).contains("kongo.doctor.limit, 100 s"));
  }

  @Test
  void endsWithTheNode() {
    doctor = mayGoOn -> {
      mayGoOn.run();
      return found(1);
    };
    examinations.ask();
    examinations.close();
    run();
    assertThat(examinations.ask().problem()).contains("The examination failed: the node ends");
  }
}
