package kongo.drill;

import java.time.Duration;
import java.util.List;
import kongo.local.LocalNode;

/** What happens to nodes. */
final class NodeScenarios {

  private static final Duration STOP_GRACE = Duration.ofSeconds(60);
  private static final Duration READY_TIME = Duration.ofMinutes(5);

  private NodeScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("kill-node", "kill -9 of one node", NodeScenarios::killOne),
        new Scenario("kill-node-repeatedly", "kill -9 of any node, five times", NodeScenarios::killRepeatedly),
        freeze(5),
        freeze(20),
        freeze(60),
        new Scenario("freeze-node-busy", "one node frozen for 20 s with work in hand that Cassandra holds up", NodeScenarios::freezeBusy),
        new Scenario("kill-two", "kill -9 of two nodes at once", stage -> killSome(stage, 2)),
        new Scenario("kill-all", "kill -9 of all nodes at once", stage -> killSome(stage, stage.cluster().nodes().all().size())),
        new Scenario("kill-all-busy", "kill -9 of all nodes with work in hand that Cassandra holds up", NodeScenarios::killAllBusy),
        new Scenario("rolling-restart", "SIGTERM to each node, one after the other", NodeScenarios::rollingRestart),
        new Scenario("scale", "a node added and one removed every 20 s for 2 minutes", NodeScenarios::scale));
  }

  private static void killOne(Stage stage) throws Exception {
    kill(stage, stage.anyNode(), Goal.NODE_LOST);
    stage.pauseSeconds(25);
  }

  private static void killRepeatedly(Stage stage) throws Exception {
    for (int i = 0; i < 5; i++) {
      kill(stage, stage.anyNode(), Goal.NONE);
      stage.pauseSeconds(5 + stage.random().nextInt(15));
    }
    stage.pauseSeconds(15);
  }

  private static void kill(Stage stage, LocalNode node, Goal goal) throws Exception {
    stage.fault("kill -9 " + node.name(), goal, List.of(node), node.process()::kill);
  }

  private static Scenario freeze(int seconds) {
    return new Scenario("freeze-node-" + seconds, "SIGSTOP of one node for " + seconds + " s, then SIGCONT", stage -> {
      LocalNode node = stage.anyNode();
      Goal goal = seconds < 15 ? new Goal(Duration.ofSeconds(15), Duration.ofSeconds(2)) : Goal.NODE_LOST;
      stage.fault("freeze " + node.name() + " for " + seconds + " s", goal, List.of(node), node.process()::suspend);
      stage.pauseSeconds(seconds);
      stage.say("continue " + node.name());
      node.process().resume();
      stage.pauseSeconds(20);
    });
  }

  /** Its work piles up while Cassandra is frozen, and is there to be done when it wakes. */
  private static void freezeBusy(Stage stage) throws Exception {
    LocalNode node = stage.anyNode();
    stage.faultForAll("freeze Cassandra", Goal.NONE, stage.cluster().cassandra()::suspend);
    stage.pauseSeconds(3);
    stage.fault("freeze " + node.name() + " for 20 s", Goal.NODE_LOST, List.of(node), node.process()::suspend);
    stage.cluster().cassandra().resume();
    stage.say("continue Cassandra");
    stage.pauseSeconds(20);
    stage.say("continue " + node.name());
    node.process().resume();
    stage.pauseSeconds(15);
  }

  private static void killAllBusy(Stage stage) throws Exception {
    List<LocalNode> nodes = stage.cluster().nodes().all();
    stage.faultForAll("freeze Cassandra", Goal.NONE, stage.cluster().cassandra()::suspend);
    stage.pauseSeconds(3);
    stage.faultForAll("kill -9 all nodes", Goal.NONE, () -> nodes.forEach(node -> node.process().kill()));
    stage.cluster().cassandra().resume();
    stage.say("continue Cassandra");
    comeBack(stage);
  }

  private static void comeBack(Stage stage) throws Exception {
    stage.pauseSeconds(10);
    stage.awaitReady(READY_TIME);
    stage.pauseSeconds(5);
  }

  private static void killSome(Stage stage, int count) throws Exception {
    List<LocalNode> nodes = stage.cluster().nodes().all().subList(0, count);
    String names = String.join(", ", nodes.stream().map(LocalNode::name).toList());
    stage.fault("kill -9 " + names, Goal.NONE, nodes, () -> nodes.forEach(node -> node.process().kill()));
    comeBack(stage);
  }

  private static void rollingRestart(Stage stage) throws Exception {
    for (LocalNode node : stage.cluster().nodes().all()) {
      stage.fault("SIGTERM " + node.name(), Goal.NODE_LOST, List.of(node), () -> node.process().stop(STOP_GRACE));
      stage.pauseSeconds(5);
      stage.awaitReady(READY_TIME);
      stage.pauseSeconds(5);
    }
  }

  private static void scale(Stage stage) throws Exception {
    for (int i = 0; i < 3; i++) {
      stage.faultForAll("add a node", Goal.NONE, () -> stage.cluster().nodes().add());
      stage.pauseSeconds(20);
      LocalNode oldest = stage.cluster().nodes().get(0);
      stage.fault("remove " + oldest.name(), Goal.NODE_LOST, List.of(oldest), () -> stage.cluster().nodes().remove(oldest));
      stage.pauseSeconds(20);
    }
  }
}
