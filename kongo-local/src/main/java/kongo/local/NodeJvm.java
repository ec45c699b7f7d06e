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

  /**
   * What fits beside the stores on a small machine. Several nodes compile their code once each, and again after each
   * restart, on the same cores: the quick compiler alone costs them less than it saves.
   */
  public static NodeJvm ofCluster(int nodes) {
    return nodes == 1 ? new NodeJvm("1g", List.of()) : new NodeJvm("640m", List.of("-XX:TieredStopAtLevel=1"));
  }
}
