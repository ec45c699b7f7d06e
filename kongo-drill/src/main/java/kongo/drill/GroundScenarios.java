package kongo.drill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.local.LocalNode;

/** What happens to networks, disks and clocks. */
final class GroundScenarios {

  private static final Duration READY_TIME = Duration.ofMinutes(5);
  private static final List<Integer> FIRST = List.of(1);
  private static final List<Integer> OTHERS = List.of(2, 3);

  private GroundScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("partition", "the first node cut off from the others for 40 s, all reach the stores", GroundScenarios::cutOff, Network::new),
        new Scenario("partition-asymmetric", "the first node hears the others, but they do not hear it, for 40 s", GroundScenarios::oneWay, Network::new),
        new Scenario("partition-restart", "the first seed node cut off, killed, and started again while cut off", GroundScenarios::restartCutOff, Network::new),
        new Scenario("disk-full", "no space for Cassandra for 20 s", GroundScenarios::diskFull, SmallDisk::new),
        new Scenario("clock-skew", "one node's clock 5 minutes behind, then 5 minutes ahead", GroundScenarios::wrongClock, FakeClock::new));
  }

  private static void cutOff(Stage stage) throws Exception {
    LocalNode first = stage.cluster().nodes().get(0);
    Network network = stage.ground(Network.class);
    stage.fault("cut off " + first.name(), Goal.NODE_LOST, List.of(first), () -> network.separate(FIRST, OTHERS));
    heal(stage, network);
  }

  private static void oneWay(Stage stage) throws Exception {
    LocalNode first = stage.cluster().nodes().get(0);
    Network network = stage.ground(Network.class);
    stage.fault("nobody hears " + first.name(), Goal.NODE_LOST, List.of(first), () -> OTHERS.forEach(other -> network.cut(1, other)));
    heal(stage, network);
  }

  private static void restartCutOff(Stage stage) throws Exception {
    LocalNode first = stage.cluster().nodes().get(0);
    Network network = stage.ground(Network.class);
    stage.fault("cut off and kill -9 " + first.name(), Goal.NODE_LOST, List.of(first), () -> {
      network.separate(FIRST, OTHERS);
      first.process().kill();
    });
    heal(stage, network);
  }

  private static void heal(Stage stage, Network network) throws Exception {
    stage.pauseSeconds(40);
    stage.say("heal the network");
    network.heal();
    stage.awaitReady(READY_TIME);
    stage.pauseSeconds(10);
  }

  private static void diskFull(Stage stage) throws Exception {
    SmallDisk disk = stage.ground(SmallDisk.class);
    stage.faultForAll("fill the disk of Cassandra for 20 s", Goal.NONE, disk::fill);
    stage.pauseSeconds(20);
    disk.makeRoom();
    stage.say("there is room again; Cassandra has to be started again after this");
    stage.cluster().cassandra().kill();
    stage.startCassandra();
    stage.pauseSeconds(20);
  }

  private static void wrongClock(Stage stage) throws Exception {
    for (String offset : List.of("-5m", "+5m")) {
      Map<String, String> variables = stage.ground(FakeClock.class).variables(offset);
      stage.faultForAll("add a node with a clock of " + offset, Goal.NONE, () -> stage.cluster().nodes().add(variables));
      stage.requireReady(READY_TIME.multipliedBy(2));
      stage.pauseSeconds(15);
      LocalNode wrong = stage.cluster().nodes().get(stage.cluster().nodes().all().size() - 1);
      stage.fault("kill -9 " + wrong.name(), Goal.NODE_LOST, List.of(wrong), wrong.process()::kill);
      stage.pauseSeconds(15);
      stage.fault("remove " + wrong.name(), Goal.NODE_LOST, List.of(wrong), () -> stage.cluster().nodes().remove(wrong));
    }
    stage.pauseSeconds(15);
  }

  /** Clocks of single processes that are wrong, by libfaketime. */
  static final class FakeClock implements Ground {

    private static final List<Path> PLACES =
        Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu", "").map(dir -> Path.of("/usr/lib", dir, "faketime", "libfaketime.so.1")).toList();

    @Override
    public Optional<String> refused() {
      return library().isPresent() ? Optional.empty() : Optional.of("libfaketime is not installed (on Debian: apt install libfaketime)");
    }

    private static Optional<Path> library() {
      return PLACES.stream().filter(Files::exists).findFirst();
    }

    /**
     * Monotonic clocks stay true: a machine whose date is wrong has them too. The last one keeps a JVM's timed waits as
     * long as they should be; without it they end at once, and the node does nothing but that.
     */
    Map<String, String> variables(String offset) {
      return Map.of(
          "LD_PRELOAD", library().orElseThrow().toString(), "FAKETIME", offset, "DONT_FAKE_MONOTONIC", "1",
          "FAKETIME_DONT_FAKE_MONOTONIC", "1", "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }
  }
}
