package kongo.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All stories that can be played. */
public final class Scenarios {

  private static final List<String> SHORT = List.of("kill-node", "freeze-node-5", "broker-stop", "broker-kill", "cassandra-kill");

  private static final Duration RETENTION_LENGTH = Duration.ofSeconds(120);

  private Scenarios() {}

  public static List<Scenario> all() {
    List<Scenario> lives = List.of(retention(RETENTION_LENGTH));
    return Stream.of(NodeScenarios.all(), StoreScenarios.all(), BookScenarios.all(), LoadScenarios.all(), GroundScenarios.all(), lives)
        .flatMap(List::stream).toList();
  }

  /** Books that are closed within minutes. */
  public static Scenario retention(Duration length) {
    return RetentionScenario.of(length);
  }

  /** Lives of years; it takes longer than all others, so it is played by its name only. */
  public static Scenario longLife(LongLifeSizes sizes) {
    return LongLifeScenario.of(sizes);
  }

  /** One of each kind, for every run of the tests. */
  public static List<Scenario> shortOnes() {
    return SHORT.stream().map(name -> named(name).orElseThrow()).toList();
  }

  public static Optional<Scenario> named(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** A sequence of faults by chance: the same seed gives the same. */
  public static Scenario random(long seed, Duration length) {
    RandomFaults faults = RandomFaults.of(seed, length);
    return new Scenario(
        "random-" + seed, "%d faults by chance in %d s".formatted(faults.size(), length.toSeconds()), faults::play);
  }
}
