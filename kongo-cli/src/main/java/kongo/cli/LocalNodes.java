package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kongo.local.JvmCommand;
import kongo.local.LocalFailure;
import kongo.local.LocalStores;
import kongo.local.Ports;
import kongo.local.Supervisor;

/** The cluster nodes of a local environment, each its own JVM, started again when it ends. */
final class LocalNodes implements AutoCloseable {

  private static final String MAIN = "kongo.host.KongoNode";
  private static final Duration READY_TIME = Duration.ofSeconds(120);
  private static final int TRIES = 3;

  private final List<Supervisor> supervisors = new ArrayList<>();
  private final List<Integer> httpPorts;
  private final List<Integer> remotePorts;
  private final Path data;
  private final Consumer<String> notices;
  private LocalEnvironment environment;

  LocalNodes(int count, Path data, LocalEnvironment environment, Consumer<String> notices) {
    this.httpPorts = IntStream.range(0, count).mapToObj(i -> Ports.anyFree()).toList();
    this.remotePorts = IntStream.range(0, count).mapToObj(i -> Ports.anyFree()).toList();
    this.data = data;
    this.environment = environment;
    this.notices = notices;
  }

  void start(LocalStores stores) {
    for (int i = 0; i < httpPorts.size(); i++) {
      int index = i;
      supervisors.add(Supervisor.start("node-" + (i + 1), () -> command(stores, index), new Announced(index)));
    }
  }

  private JvmCommand command(LocalStores stores, int index) {
    var heap = httpPorts.size() == 1 ? "-Xmx1g" : "-Xmx640m";
    var flags = List.of("-Xms128m", heap, "-XX:+UseG1GC", "-XX:MaxDirectMemorySize=128m", "-XX:+ExitOnOutOfMemoryError");
    var variables = NodeVariables.of(stores, remotePorts, index, httpPorts.get(index));
    return JvmCommand.ofThisClassPath(MAIN, flags, variables, data.resolve("logs").resolve("node-%d.log".formatted(index + 1)));
  }

  /** Returns when all are ready; fails with the end of its log if one gives up. */
  void awaitReady() throws InterruptedException {
    var deadline = Instant.now().plus(READY_TIME);
    for (int i = 0; i < supervisors.size(); i++) {
      while (!NodeHealth.ask(http(i), Duration.ofSeconds(2)).ready()) {
        requireHope(supervisors.get(i), deadline);
        Thread.sleep(200);
      }
    }
  }

  private static void requireHope(Supervisor node, Instant deadline) {
    if (!node.keepsRunning() || node.restarts() >= TRIES || Instant.now().isAfter(deadline)) {
      throw new LocalFailure("%s does not get ready; its log ends:%n  %s".formatted(
          node.name(), String.join(System.lineSeparator() + "  ", node.child().lastLines(8))));
    }
  }

  int count() {
    return httpPorts.size();
  }

  String http(int index) {
    return "127.0.0.1:" + httpPorts.get(index);
  }

  @Override
  public void close() {
    supervisors.parallelStream().forEach(Supervisor::close);
  }

  private synchronized void announce(LocalEnvironment.Node node) {
    environment = environment.with(node);
    environment.write(data);
  }

  /** Keeps the environment's file true, and tells of nodes that end. */
  private final class Announced implements Supervisor.Listener {
    private final int index;

    Announced(int index) {
      this.index = index;
    }

    @Override
    public void started(String name, long pid) {
      announce(new LocalEnvironment.Node(name, http(index), pid));
    }

    @Override
    public void ended(String name, int status, Duration untilRestart) {
      var then = untilRestart.isZero() ? "it refused its configuration" : "started again in %d s".formatted(untilRestart.toSeconds());
      notices.accept("%s ended with status %d, %s".formatted(name, status, then));
    }
  }
}
