package kongo.drill;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kongo.drill.plant.NodePlant;
import kongo.reference.Acceptance;

/**
 * A story of faults under load.
 *
 * @param what one line for people
 * @param ground makes what its cluster has to stand on
 * @param plant what is wrong with its nodes, mostly nothing
 * @param retention of the law, if it needs another than the usual one
 * @param background what comes in while it is played
 */
public record Scenario(
    String name, String what, Story story, Supplier<Ground> ground, NodePlant plant, Optional<Duration> retention, Background background) {

  /** On ordinary ground. */
  Scenario(String name, String what, Story story) {
    this(name, what, story, () -> Ground.ORDINARY);
  }

  /** With nodes as they ought to be. */
  Scenario(String name, String what, Story story, Supplier<Ground> ground) {
    this(name, what, story, ground, NodePlant.NONE, Optional.empty(), Background.DENSE);
  }

  /** The same on nodes with this fault. */
  Scenario on(NodePlant nodes) {
    return new Scenario(name, what, story, ground, nodes, retention, background);
  }

  /** The same with a retention of its own, unless another is asked for. */
  Scenario with(Duration ownRetention) {
    return new Scenario(name, what, story, ground, plant, Optional.of(ownRetention), background);
  }

  /** The same while this comes in. */
  Scenario beside(Background other) {
    return new Scenario(name, what, story, ground, plant, retention, other);
  }

  /** Whether it matters how long records wait in it. */
  boolean isTimed() {
    return background == Background.DENSE;
  }

  /** Makes what it needs. */
  Footing footing(DrillSettings settings) {
    return new Footing(ground.get(), plant, settings.retention().or(() -> retention).orElse(Acceptance.DEFAULT_RETENTION));
  }

  /** What happens, while the load goes on. */
  @FunctionalInterface
  interface Story {
    void play(Stage stage) throws Exception;
  }
}
