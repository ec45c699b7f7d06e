package kongo.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartupLogTest {

  private final Readiness readiness = new Readiness();
  private final StartupLog steps = new StartupLog(readiness);

  @Test
  void readinessNamesEveryOpenStep() {
    steps.run("Cassandra", () -> steps.run("Kafka", () -> assertThat(readiness.missing()).containsEntry("start", "Cassandra, Kafka")));
    steps.run("HTTP", () -> assertThat(readiness.missing()).containsEntry("start", "HTTP"));
  }

  @Test
  void nothingIsMissingWhenAllIsDoneAndNotBefore() {
    steps.run("HTTP", () -> {});
    assertThat(readiness.missing()).containsKey("start");

    steps.done();

    assertThat(readiness.missing()).isEmpty();
  }
}
