package kongo.drill;

import java.util.List;
import kongo.drill.plant.NodePlant;

/** What comes in: too much, on one place, or nonsense. */
final class LoadScenarios {

  private static final int OVERLOAD_SECONDS = 60;

  private LoadScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("overload", "three times the load for 60 s", LoadScenarios::overload),
        new Scenario("hot-location", "one more location that gets half of all events, for 60 s", LoadScenarios::hotLocation),
        new Scenario("garbage", "numerous, deep and huge garbage among the records", LoadScenarios::garbage),
        new Scenario("big-warehouse", "a warehouse with 35 000 Goods whose cooling fails", LoadScenarios::bigWarehouse),
        new Scenario("poison", "records that make their actor throw", LoadScenarios::poison).on(NodePlant.POISON));
  }

  private static void overload(Stage stage) throws Exception {
    stage.faultForAll("three times the load for " + OVERLOAD_SECONDS + " s", Goal.NONE, () -> stage.multiplyLoad(3));
    stage.pauseSeconds(OVERLOAD_SECONDS);
    stage.multiplyLoad(1);
    stage.pauseSeconds(10);
  }

  private static void hotLocation(Stage stage) throws Exception {
    int seconds = 60;
    long events = Math.round(seconds * stage.perSecond());
    String name = "hot-truck-" + stage.random().nextInt(1_000_000);
    stage.faultForAll(
        "half of all events from " + name, Goal.NONE, () -> stage.sendBeside(HotLocation.records(name, events), stage.perSecond()));
    stage.pauseSeconds(10);
  }

  private static void garbage(Stage stage) throws Exception {
    stage.faultForAll("20 000 small ones", Goal.NONE, () -> stage.sendBeside(Junk.numerous(20_000), 3 * stage.perSecond()));
    stage.faultForAll("200 with 30 000 levels", Goal.NONE, () -> stage.sendBeside(Junk.deep(200), 50));
    stage.faultForAll("60 of 1 000 000 bytes", Goal.NONE, () -> stage.sendBeside(Junk.huge(60), 20));
    stage.pauseSeconds(10);
  }

  private static void poison(Stage stage) throws Exception {
    String name = "poisoned-truck-" + stage.random().nextInt(1_000_000);
    stage.expectFailures(PoisonedTruck.poisoned());
    stage.faultForAll("%d poisoned readings among those of %s".formatted(PoisonedTruck.poisoned(), name), Goal.NONE,
        () -> stage.sendBeside(PoisonedTruck.records(name), 50));
    stage.pauseSeconds(10);
  }

  private static void bigWarehouse(Stage stage) throws Exception {
    String name = "big-warehouse-" + stage.random().nextInt(1_000_000);
    BigWarehouse warehouse = new BigWarehouse(name, 35_000);
    stage.faultForAll("35 000 Goods come to " + name, Goal.NONE, () -> stage.sendBeside(warehouse.arrival(), 2_000));
    stage.pauseSeconds(10);
    stage.faultForAll("its cooling fails for a minute", Goal.NONE, () -> stage.sendBeside(warehouse.failure(), 10));
    stage.pauseSeconds(10);
  }
}
