package kongo.local;

import java.util.List;

/**
 * How the JVM of a local node is started.
 *
 * @param heap its greatest size, as {@code -Xmx} takes it
 * @param flags beyond those that every node has
 */
public record NodeJvm(String heap, List<String> flags) {

  public NodeJvm {
    flags = List.copyOf(flags);
  }

  /** What fits beside the stores on a small machine. */
  public static NodeJvm ofCluster(int nodes) {
    return new NodeJvm(nodes == 1 ? "1g" : "640m", List.of());
  }
}
