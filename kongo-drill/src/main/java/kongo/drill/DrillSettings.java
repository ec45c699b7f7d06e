package kongo.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How drills are run.
 *
 * @param data folder of everything that they leave
 * @param nodes of the cluster
 * @param load records per second
 * @param seed of the load, and of what a scenario leaves to chance
 * @param retention of the law, if it is not to be each scenario's own
 * @param say takes a line now and then
 */
public record DrillSettings(Path data, int nodes, double load, long seed, Optional<Duration> retention, Consumer<String> say) {

  /** With fewer, no majority survives the loss of one. */
  private static final int MAJORITY = 3;

  public DrillSettings {
    if (nodes < 1) {
      throw new IllegalArgumentException("--nodes must be at least 1");
    }
    if (!(load > 0)) {
      throw new IllegalArgumentException("--load must be above 0");
    }
  }

  public DrillSettings(Path data, int nodes, double load, long seed, Consumer<String> say) {
    this(data, nodes, load, seed, Optional.empty(), say);
  }

  /** Whether a majority of the nodes is left when one is lost. */
  public boolean majoritySurvives() {
    return nodes >= MAJORITY;
  }

  /** The same with another folder. */
  DrillSettings in(Path folder) {
    return new DrillSettings(folder, nodes, load, seed, retention, say);
  }
}
