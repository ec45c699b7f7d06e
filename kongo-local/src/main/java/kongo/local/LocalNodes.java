package kongo.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The cluster nodes of a local environment, each its own JVM, started again when it ends. */
public final class LocalNodes implements AutoCloseable {

  private static final Duration READY_TIME = Duration.ofMinutes(5);
  private static final int TRIES = 3;

  /** Hears of the starts and ends of nodes, on threads of their supervisors. */
  public interface Listener {

    default void started(LocalNode node, KnownProcess process) {}

    /** The delay is zero when it is not started again. */
    default void ended(LocalNode node, int status, Duration untilRestart) {}
  }

  private final List<LocalNode> nodes = new CopyOnWriteArrayList<>();
  private final Path data;
  private final IntFunction<NodeJvm> jvms;
  private final Map<String, String> stores;
  private final Listener listener;
  private final String seeds;
  private final IntFunction<NodeHome> homes;
  private final NodeProgram program;
  private int made;

  /**
   * All on loopback; any of these nodes may begin the cluster.
   *
   * @param variables of their environment, beyond those that every node has
   */
  public LocalNodes(int count, Path data, LocalStores stores, Listener listener, Map<String, String> variables) {
    this(
        count, data, stores, listener, number -> NodeHome.LOOPBACK, number -> NodeJvm.ofCluster(count),
        NodeProgram.ORDINARY.with(variables));
  }

  /**
   * @param homes of the first, the second node and so on, counted from 1
   * @param jvms counted likewise
   */
  public LocalNodes(
      int count, Path data, LocalStores stores, Listener listener, IntFunction<NodeHome> homes, IntFunction<NodeJvm> jvms) {
    this(count, data, stores, listener, homes, jvms, NodeProgram.ORDINARY);
  }

  /**
   * @param homes of the first, the second node and so on, counted from 1
   * @param jvms counted likewise
   */
  public LocalNodes(
      int count, Path data, LocalStores stores, Listener listener, IntFunction<NodeHome> homes, IntFunction<NodeJvm> jvms,
      NodeProgram program) {
    this.program = program;
    this.homes = homes;
    this.data = data;
    this.jvms = jvms;
    this.stores = Map.of(
        "KONGO_KAFKA", stores.kafka().bootstrap(),
        "KONGO_CASSANDRA", stores.cassandra().contactPoint(),
        "KONGO_CASSANDRA_DATACENTER", stores.cassandra().datacenter());
    this.listener = listener;
    for (int i = 0; i < count; i++) {
      nodes.add(next());
    }
    this.seeds = nodes.stream().map(LocalNode::remote).collect(Collectors.joining(","));
  }

  private LocalNode next() {
    made++;
    return new LocalNode("node-" + made, homes.apply(made), program, data, jvms.apply(made), stores);
  }

  public void start() {
    nodes.forEach(node -> node.start(seeds, Map.of(), new Announced(node)));
  }

  /** Starts one more, which joins the others. */
  public LocalNode add() {
    return add(Map.of());
  }

  /** Starts one more, with these variables in its environment. */
  public LocalNode add(Map<String, String> variables) {
    var node = next();
    node.start(seeds, variables, new Announced(node));
    nodes.add(node);
    return node;
  }

  /** Stops one for good. */
  public void remove(LocalNode node) {
    node.close();
    nodes.remove(node);
  }

  /** Those that are there now. */
  public List<LocalNode> all() {
    return List.copyOf(nodes);
  }

  public LocalNode get(int index) {
    return nodes.get(index);
  }

  /** Returns when all are ready; fails with the end of its log if one gives up. */
  public void awaitReady() throws InterruptedException {
    var deadline = Instant.now().plus(READY_TIME);
    for (var node : nodes) {
      while (!node.ready()) {
        requireHope(node, deadline);
        Thread.sleep(200);
      }
    }
  }

  private static void requireHope(LocalNode node, Instant deadline) {
    if (!node.keepsRunning() || node.restarts() >= TRIES || Instant.now().isAfter(deadline)) {
      throw new LocalFailure("%s does not get ready; its log ends:%n  %s".formatted(
          node.name(), String.join(System.lineSeparator() + "  ", node.process().lastLines(8))));
    }
  }

  @Override
  public void close() {
    new ArrayList<>(nodes).parallelStream().forEach(LocalNode::close);
  }

  /** Passes on what a supervisor tells of its node. */
  private final class Announced implements Supervisor.Listener {
    private final LocalNode node;

    Announced(LocalNode node) {
      this.node = node;
    }

    @Override
    public void started(String name, KnownProcess process) {
      listener.started(node, process);
    }

    @Override
    public void ended(String name, int status, Duration untilRestart) {
      listener.ended(node, status, untilRestart);
    }
  }
}
