package kongo.drill;

import java.util.function.Supplier;
import kongo.drill.plant.NodePlant;

/**
 * A story of faults under load.
 *
 * @param what one line for people
 * @param ground makes what its cluster has to stand on
 * @param plant what is wrong with its nodes, mostly nothing
 */
public record Scenario(String name, String what, Story story, Supplier<Ground> ground, NodePlant plant) {

  /** On ordinary ground. */
  Scenario(String name, String what, Story story) {
    this(name, what, story, () -> Ground.ORDINARY);
  }

  /** With nodes as they ought to be. */
  Scenario(String name, String what, Story story, Supplier<Ground> ground) {
    this(name, what, story, ground, NodePlant.NONE);
  }

  /** The same on nodes with this fault. */
  Scenario on(NodePlant nodes) {
    return new Scenario(name, what, story, ground, nodes);
  }

  /** What happens, while the load goes on. */
  @FunctionalInterface
  interface Story {
    void play(Stage stage) throws Exception;
  }
}
