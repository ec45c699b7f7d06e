package kongo.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import kongo.local.NodeHome;

/**
 * A bridge with the stores on it and a network namespace for each node, so that nodes can be cut off from each other
 * while all of them reach the stores.
 */
final class Network implements Ground {

  private static final int NODES = 4;

  private final int id = ThreadLocalRandom.current().nextInt(16, 240);
  private final String own = Leftovers.ownName();
  private final String bridge = own;

  @Override
  public Optional<String> refused() {
    String probe = own + "-probe";
    String problem = Shell.attempt("ip netns add " + probe + " && ip netns delete " + probe);
    return problem.isEmpty()
        ? Optional.empty()
        : Optional.of("this machine does not let us make network namespaces (root and iproute2 are needed): " + problem);
  }

  @Override
  public void prepare(Path folder) {
    Shell.run("ip link add %s type bridge && ip address add %s/24 dev %s && ip link set %s up".formatted(bridge, storesHost(), bridge, bridge));
    for (int number = 1; number <= NODES; number++) {
      connect(number);
    }
  }

  private void connect(int number) {
    String outer = cableEnd("o", number);
    String inner = cableEnd("i", number);
    String name = namespace(number);
    Shell.run("ip netns add " + name);
    Shell.run("ip link add %s type veth peer name %s".formatted(outer, inner));
    Shell.run("ip link set %s master %s up && ip link set %s netns %s".formatted(outer, bridge, inner, name));
    Shell.run("ip -n %s link set lo up && ip -n %s address add %s/24 dev %s && ip -n %s link set %s up".formatted(
        name, name, address(number), inner, name, inner));
  }

  private static String cableEnd(String which, int number) {
    return "kd%d%s%d".formatted(ProcessHandle.current().pid(), which, number);
  }

  /** What node {@code from} sends to {@code to} arrives no more. */
  void cut(int from, int to) {
    Shell.run("ip -n %s route replace blackhole %s/32".formatted(namespace(from), address(to)));
  }

  /** Everything arrives again. */
  void heal() {
    for (int from = 1; from <= NODES; from++) {
      for (int to = 1; to <= NODES; to++) {
        Shell.attempt("ip -n %s route delete blackhole %s/32".formatted(namespace(from), address(to)));
      }
    }
  }

  /** No side of these hears of the other. */
  void separate(List<Integer> side, List<Integer> other) {
    for (int one : side) {
      for (int another : other) {
        cut(one, another);
        cut(another, one);
      }
    }
  }

  @Override
  public String storesHost() {
    return "10.213.%d.1".formatted(id);
  }

  @Override
  public NodeHome home(int number) {
    if (number > NODES) {
      throw new IllegalArgumentException("the network has place for %d nodes".formatted(NODES));
    }
    return new NodeHome(address(number), List.of("ip", "netns", "exec", namespace(number)));
  }

  private String address(int number) {
    return "10.213.%d.%d".formatted(id, 10 + number);
  }

  private String namespace(int number) {
    return own + "-" + number;
  }

  @Override
  public void close() {
    for (int number = 1; number <= NODES; number++) {
      // With its namespace it would go some time later, and its name be taken until then.
      Shell.attempt("ip link delete " + cableEnd("o", number));
      Shell.attempt("ip netns delete " + namespace(number));
    }
    Shell.attempt("ip link delete " + bridge);
  }
}
