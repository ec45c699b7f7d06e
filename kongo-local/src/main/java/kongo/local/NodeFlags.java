package kongo.local;

import java.nio.file.Path;
import java.util.List;

/** The JVM flags that every node has, wherever it is started: hocon/node.jvmopts. */
public final class NodeFlags {

  static final Path FILE = Path.of("hocon", "node.jvmopts");

  private NodeFlags() {}

  /** As java takes them. */
  public static List<String> common() {
    return List.of("@" + RuntimeClassPath.find(FILE));
  }
}
