package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kongo.host.KongoNode;
import kongo.local.JvmCommand;
import kongo.local.NodeFlags;
import kongo.local.Ports;
import kongo.local.Supervisor;

/** The nodes of one cluster, each its own JVM, started again when it ends. */
final class Cluster implements AutoCloseable {

  private static final Duration READY_TIME = Duration.ofMinutes(5);

  /** How a JVM ends that was asked to, by SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  private static final List<String> FLAGS =
      List.of("-Xms128m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:MaxDirectMemorySize=128m",
          "-Dlogback.configurationFile=logback.xml");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<Supervisor> nodes = new ArrayList<>();
  private final List<Integer> httpPorts;
  private final List<Integer> healthPorts;
  private final List<Integer> remotePorts;
  private final String name;
  private final Map<String, String> variables;

  private Cluster(int size, String name, Map<String, String> variables) {
    this.httpPorts = IntStream.range(0, size).mapToObj(i -> Ports.anyFree()).toList();
    this.healthPorts = IntStream.range(0, size).mapToObj(i -> Ports.anyFree()).toList();
    this.remotePorts = IntStream.range(0, size).mapToObj(i -> Ports.anyFree()).toList();
    this.name = name;
    this.variables = variables;
  }

  /**
   * Starts the nodes, which belong to a ground of their own.
   *
   * @param more variables of the nodes' environment
   */
  static Cluster start(int size, Ground ground, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(ground.variables());
    variables.putAll(more);
    Cluster cluster = new Cluster(size, ground.name(), variables);
    IntStream.range(0, size).forEach(cluster::start);
    return cluster;
  }

  static Cluster start(int size, Ground ground) {
    return start(size, ground, Map.of());
  }

  private void start(int node) {
    nodes.add(Supervisor.start(name + "-node-" + (node + 1), () -> command(node), Supervisor.Listener.NONE));
  }

  private JvmCommand command(int node) {
    Map<String, String> own = new HashMap<>(variables);
    own.put("KONGO_HOST", "127.0.0.1");
    own.put("KONGO_PORT", Integer.toString(remotePorts.get(node)));
    own.put("KONGO_HTTP_PORT", Integer.toString(httpPorts.get(node)));
    own.put("KONGO_HEALTH_PORT", Integer.toString(healthPorts.get(node)));
    own.put("KONGO_SEED_NODES", remotePorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
    return JvmCommand.ofThisClassPath(KongoNode.class.getName(), flags(), own, log(node));
  }

  private static List<String> flags() {
    return Stream.concat(NodeFlags.common().stream(), FLAGS.stream()).toList();
  }

  private Path log(int node) {
    return Path.of(System.getProperty("basedir", "."), "target", "system", "%s-node-%d.log".formatted(name, node + 1))
        .toAbsolutePath();
  }

  /** Returns when all nodes that were not told to leave are members and their streams run. */
  void awaitReady() {
    for (int node = 0; node < nodes.size(); node++) {
      awaitReady(node);
    }
  }

  void awaitReady(int node) {
    await(nodes.get(node).name() + " gets ready")
        .atMost(READY_TIME)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !nodes.get(node).keepsRunning() || answer(node, "/ready") == 200);
  }

  boolean isReady(int node) {
    return answer(node, "/ready") == 200;
  }

  /** What the node counts, or nothing. */
  String metrics(int node) {
    return body(healthPorts.get(node) + "/metrics");
  }

  /** What the node answers to a question, or nothing. */
  String body(int node, String path) {
    return body(httpPorts.get(node) + path);
  }

  private String body(String portAndPath) {
    URI uri = URI.create("http://127.0.0.1:" + portAndPath);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(15)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (java.io.IOException noAnswer) {
      return "";
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private int answer(int node, String path) {
    URI uri = URI.create("http://127.0.0.1:" + healthPorts.get(node) + path);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (java.io.IOException noAnswer) {
      return 0;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** SIGKILL; the supervisor starts it again. */
  void kill(int node) {
    nodes.get(node).child().kill();
  }

  void awaitBack(int node) {
    awaitBackAgain(node, 1);
  }

  /** When it has been started again so many times. */
  void awaitBackAgain(int node, int times) {
    await(nodes.get(node).name() + " is started again").atMost(READY_TIME).until(() -> nodes.get(node).restarts() >= times);
    awaitReady(node);
  }

  int restarts(int node) {
    return nodes.get(node).restarts();
  }

  /** SIGTERM, for good; returns when it has shut down in its own time. */
  void leave(int node) {
    nodes.get(node).close();
    assertThat(nodes.get(node).child().ended().join()).as("exit status of " + nodes.get(node).name()).isEqualTo(TERMINATED);
  }

  /** The status that a node ends with by itself. */
  int awaitEnd(int node) {
    return nodes.get(node).child().ended().orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
  }

  /** Returns when a node has said something. */
  void awaitWords(int node, String words) {
    await(nodes.get(node).name() + " says " + words)
        .atMost(READY_TIME)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> said(node).contains(words));
  }

  String said(int node) {
    return String.join("\n", nodes.get(node).child().lastLines(40));
  }

  @Override
  public void close() {
    nodes.parallelStream().forEach(Supervisor::close);
  }
}
