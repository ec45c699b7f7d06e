package kongo.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One cluster node on this machine: its own JVM, on its own ports, started again when it ends by itself. */
public final class LocalNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String name;
  private final NodeHome home;
  private final NodeProgram program;
  private final Path data;
  private final Path log;
  private final NodeJvm jvm;
  private final Map<String, String> variables;
  private final int httpPort = Ports.anyFree();
  private final int healthPort = Ports.anyFree();
  private final int remotePort = Ports.anyFree();
  private Supervisor supervisor;

  LocalNode(String name, NodeHome home, NodeProgram program, Path data, NodeJvm jvm, Map<String, String> variables) {
    this.name = name;
    this.home = home;
    this.program = program;
    this.data = data;
    this.log = data.resolve("logs").resolve(name + ".log");
    this.jvm = jvm;
    this.variables = Map.copyOf(variables);
  }

  /**
   * Starts its process, and again whenever it ends until this is closed.
   *
   * @param seeds host:port of the nodes to join, separated by commas
   * @param more variables of its environment, beyond its own
   */
  synchronized void start(String seeds, Map<String, String> more, Supervisor.Listener listener) {
    var environment = new HashMap<>(variables);
    environment.put("KONGO_HOST", home.host());
    environment.put("KONGO_HTTP_HOST", home.host());
    // Elsewhere is a network of this machine's own, such as the namespaces of the drills.
    environment.put("KONGO_TRUSTED_NETWORK", home.equals(NodeHome.LOOPBACK) ? "off" : "on");
    environment.put("KONGO_PORT", Integer.toString(remotePort));
    environment.put("KONGO_HTTP_PORT", Integer.toString(httpPort));
    environment.put("KONGO_HEALTH_PORT", Integer.toString(healthPort));
    environment.put("KONGO_SEED_NODES", seeds);
    environment.putAll(program.variables());
    environment.putAll(more);
    supervisor = Supervisor.start(name, () -> command(environment), listener);
  }

  private JvmCommand command(Map<String, String> environment) {
    var command = JvmCommand.ofThisClassPath(program.mainClass(), List.of(), environment, log);
    var flags = new ArrayList<>(jvm.allFlags(command.classPath()));
    flags.add(Scratch.flag(data, name));
    return command.withFlags(flags).on(jvm.jdk()).within(home.command());
  }

  public String name() {
    return name;
  }

  /** host:port of its HTTP interface. */
  public String http() {
    return home.host() + ":" + httpPort;
  }

  /** host:port at which it tells of its health and has its metrics. */
  public String health() {
    return home.host() + ":" + healthPort;
  }

  /** host:port at which the other nodes reach it. */
  public String remote() {
    return home.host() + ":" + remotePort;
  }

  /** Whether it does its whole work. */
  public boolean ready() {
    return NodeHealth.ask(health(), PATIENCE).ready();
  }

  public synchronized boolean started() {
    return supervisor != null;
  }

  /** The process that runs, or ran last. */
  public ChildProcess process() {
    return supervisor().child();
  }

  /** How often it was started again. */
  public int restarts() {
    return supervisor().restarts();
  }

  /** Whether it runs, or will be started again. */
  public boolean keepsRunning() {
    return supervisor().keepsRunning();
  }

  private synchronized Supervisor supervisor() {
    return supervisor;
  }

  /** The same as {@link #close}, with more time for it. */
  public void end(Duration grace) {
    supervisor().close(grace);
  }

  /** Asks it to leave its cluster, and does not start it again. */
  @Override
  public void close() {
    if (started()) {
      supervisor().close();
    }
  }
}
