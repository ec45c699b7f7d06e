package kongo.drill;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How drills are run.
 *
 * @param data folder of everything that they leave
 * @param nodes of the cluster
 * @param load records per second
 * @param seed of the load, and of what a scenario leaves to chance
 * @param say takes a line now and then
 */
public record DrillSettings(Path data, int nodes, double load, long seed, Consumer<String> say) {

  public DrillSettings {
    if (nodes < 3) {
      throw new IllegalArgumentException("--nodes must be at least 3: a majority has to survive");
    }
    if (!(load > 0)) {
      throw new IllegalArgumentException("--load must be above 0");
    }
  }

  /** The same with another folder. */
  DrillSettings in(Path folder) {
    return new DrillSettings(folder, nodes, load, seed, say);
  }
}
