package kongo.local;

import java.util.List;

/**
 * Where a local node lives.
 *
 * @param host its address
 * @param command what its process is run by, such as one that enters a network namespace; mostly nothing
 */
public record NodeHome(String host, List<String> command) {

  public static final NodeHome LOOPBACK = new NodeHome("127.0.0.1", List.of());

  public NodeHome {
    command = List.copyOf(command);
  }
}
