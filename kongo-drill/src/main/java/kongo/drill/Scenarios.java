package kongo.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All stories that can be played. */
public final class Scenarios {

  private static final List<String> SHORT = List.of("kill-node", "freeze-node-5", "broker-stop", "broker-kill", "cassandra-kill");

  private Scenarios() {}

  public static List<Scenario> all() {
    return Stream.of(NodeScenarios.all(), StoreScenarios.all(), LoadScenarios.all(), GroundScenarios.all()).flatMap(List::stream).toList();
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
