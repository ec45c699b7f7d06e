package kongo.drill;

import java.time.Duration;
import java.util.List;
import kongo.local.StoreProcess;

/** What happens to Kafka and Cassandra. */
final class StoreScenarios {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private StoreScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("broker-stop", "Kafka stopped for 30 s", StoreScenarios::stopBroker),
        new Scenario("broker-kill", "kill -9 of Kafka, and started again", StoreScenarios::killBroker),
        new Scenario("cassandra-kill", "kill -9 of Cassandra right after acknowledged writes, twice, and started again", StoreScenarios::killCassandra),
        new Scenario("cassandra-stop", "Cassandra stopped for 30 s", StoreScenarios::stopCassandra),
        new Scenario("cassandra-freeze", "SIGSTOP of Cassandra for 15 s, then SIGCONT", stage -> freeze(stage, stage.cluster().cassandra(), 15)),
        new Scenario("broker-freeze", "SIGSTOP of Kafka for 15 s, then SIGCONT", stage -> freeze(stage, stage.cluster().kafka(), 15)));
  }

  private static void stopBroker(Stage stage) throws Exception {
    stage.faultForAll("stop Kafka for 30 s", Goal.storeAway(Duration.ofSeconds(30)), () -> stage.cluster().kafka().stop());
    stage.pauseSeconds(30);
    stage.startKafka();
    stage.pauseSeconds(20);
  }

  private static void killBroker(Stage stage) throws Exception {
    stage.faultForAll("kill -9 Kafka", Goal.NONE, () -> stage.cluster().kafka().kill());
    stage.pause(A_MOMENT);
    stage.startKafka();
    stage.pauseSeconds(20);
  }

  private static void killCassandra(Stage stage) throws Exception {
    for (int i = 0; i < 2; i++) {
      stage.awaitDecision();
      stage.faultForAll("kill -9 Cassandra", Goal.NONE, () -> stage.cluster().cassandra().kill());
      stage.pause(A_MOMENT);
      stage.startCassandra();
      stage.pauseSeconds(10);
    }
  }

  private static void stopCassandra(Stage stage) throws Exception {
    stage.faultForAll("stop Cassandra for 30 s", Goal.storeAway(Duration.ofSeconds(40)), () -> stage.cluster().cassandra().stop());
    stage.pauseSeconds(30);
    stage.startCassandra();
    stage.pauseSeconds(20);
  }

  private static void freeze(Stage stage, StoreProcess store, int seconds) throws Exception {
    Goal goal = Goal.storeAway(Duration.ofSeconds(seconds));
    stage.faultForAll("freeze " + store.name() + " for " + seconds + " s", goal, store::suspend);
    stage.pauseSeconds(seconds);
    stage.say("continue " + store.name());
    store.resume();
    stage.pauseSeconds(20);
  }
}
