package kongo.local;

import java.util.HashMap;
import java.util.Map;

/**
 * What a local node runs.
 *
 * @param mainClass on the class path of this JVM
 * @param variables of its environment, beyond those that every node has
 */
public record NodeProgram(String mainClass, Map<String, String> variables) {

  public static final NodeProgram ORDINARY = new NodeProgram("kongo.host.KongoNode", Map.of());

  public NodeProgram {
    variables = Map.copyOf(variables);
  }

  /** The same with these variables as well. */
  public NodeProgram with(Map<String, String> more) {
    var all = new HashMap<>(variables);
    all.putAll(more);
    return new NodeProgram(mainClass, all);
  }
}
