package kongo.drill;

import java.util.List;
import java.util.Optional;
import kongo.drill.plant.NodePlant;

/**
 * A fault of Kongo itself that has to be found.
 *
 * @param what one line for people
 * @param nodes what the nodes of a drill are started with; NONE: a test finds it
 * @param foundBy the scenario or the test that finds it
 */
public record Plant(String name, String what, NodePlant nodes, String foundBy) {

  private static final String SIMULATOR = "ClusterSimulationTest";

  /** All that there are. */
  public static List<Plant> all() {
    return List.of(
        inNodes("commit-before-ack", "offsets are committed before the work is acknowledged", NodePlant.COMMIT_BEFORE_THE_ACKNOWLEDGEMENT, "kill-all-busy"),
        inNodes("message-dropped", "one message in 10 000 is dropped", NodePlant.MESSAGE_DROPPED, "overload"),
        inNodes("no-pause-guard", "a node that was frozen goes on writing", NodePlant.NO_PAUSE_GUARD, "freeze-node-busy"),
        inNodes("no-lease", "both sides of a cut network get the lease", NodePlant.NO_LEASE, "partition"),
        inDomain("deduplication-off", "a repeated reading counts once more"),
        inDomain("membership-by-arrival", "a Goods counts as there from when that is heard, not from when it came"),
        inDomain("end-inclusive", "a stay's end belongs to the stay"),
        inDomain("no-catch-up", "readings that were there before the stay is heard of are not judged"),
        inDomain("effects-not-driven-again", "what a crash kept from being published stays unpublished"),
        inDomain("older-revision", "an older state is published again as the newest"));
  }

  private static Plant inNodes(String name, String what, NodePlant nodes, String scenario) {
    return new Plant(name, what, nodes, scenario);
  }

  private static Plant inDomain(String name, String what) {
    return new Plant(name, what, NodePlant.NONE, SIMULATOR);
  }

  public static Optional<Plant> named(String name) {
    return all().stream().filter(each -> each.name.equals(name)).findFirst();
  }

  /** The scenario that has to find it, on nodes that have it; nothing if a test does. */
  public Optional<Scenario> scenario() {
    return nodes == NodePlant.NONE ? Optional.empty() : Scenarios.named(foundBy).map(story -> story.on(nodes));
  }
}
